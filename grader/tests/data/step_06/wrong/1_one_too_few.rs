// task 1: one too few
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).skip(1).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
