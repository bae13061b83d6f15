// task 1: a range to the length, which is looked at
if length > n_positions {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok((start..length).collect())
