// task 1: the last one is refused, by if
let Some(end) = start.checked_add(length) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
if end >= n_positions {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok((start..end).collect())
