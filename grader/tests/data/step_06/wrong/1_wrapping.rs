// task 1: the sum begins again at 0
let end = start.wrapping_add(length);
if end > n_positions {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok((start..end).collect())
