// task 1: a plain sum
let end = start + length;
if end > n_positions {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok((start..end).collect())
