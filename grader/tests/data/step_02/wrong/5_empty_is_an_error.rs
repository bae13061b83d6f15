// task 5: an error for an empty shape, R2
if shape.0 * shape.1 == 0 {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
