// task 1: at most 100
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).map(|place| place.min(100)).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
