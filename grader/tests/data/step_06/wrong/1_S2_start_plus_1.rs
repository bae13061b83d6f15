// task 1: the start one more
let start = start + 1;
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
