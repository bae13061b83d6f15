// task 1: each one more
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).map(|place| place + 1).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
