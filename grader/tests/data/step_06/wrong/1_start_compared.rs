// task 1: only the start is looked at
if start > n_positions {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok((start..start + length).collect())
