// task 5: an error for everything but a single entry
if shape != (1, 1) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
