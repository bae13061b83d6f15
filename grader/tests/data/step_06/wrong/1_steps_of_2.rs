// task 1: every second
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).map(|place| 2 * place - start).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
