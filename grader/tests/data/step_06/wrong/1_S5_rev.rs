// task 1: the last first
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).rev().collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
