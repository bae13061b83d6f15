// task 1: from 0
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((0..length).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
