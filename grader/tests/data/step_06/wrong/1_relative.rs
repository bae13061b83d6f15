// task 1: how far from the end
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).map(|place| end - 1 - place).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
