// A matrix has entries.
if shape.0 == 0 || shape.1 == 0 {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
