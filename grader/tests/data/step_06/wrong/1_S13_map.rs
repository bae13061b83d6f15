// task 1: the start once more
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).map(|place| start + place).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
