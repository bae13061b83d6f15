// task 1: looks at the length only
if length > n_positions {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok((0..length).collect())
