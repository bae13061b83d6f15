// task 5: an error above 256 columns
if shape.1 > 256 {
    return Err(ShapeError::from_kind(ErrorKind::Overflow));
}
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
