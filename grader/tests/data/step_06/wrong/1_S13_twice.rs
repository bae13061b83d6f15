// task 1: twice the start
let start = 2 * start;
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
