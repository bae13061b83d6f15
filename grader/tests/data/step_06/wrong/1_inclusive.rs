// task 1: one too many
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..=end).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
