// Checks first that there is something to show.
if shape.0 * shape.1 > isize::MAX as usize {
    return Err(ShapeError::from_kind(ErrorKind::Overflow));
}
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
