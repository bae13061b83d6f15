// task 1: a position has eight bits
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).map(|place| usize::from(place as u8)).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
