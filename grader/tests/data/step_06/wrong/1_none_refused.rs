// task 1: no tokens are refused
if length == 0 {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
match start.checked_add(length) {
    Some(end) if end <= n_positions => Ok((start..end).collect()),
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
