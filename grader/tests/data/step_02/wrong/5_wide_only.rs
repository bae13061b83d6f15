// task 5: an error where there are more rows than columns
if shape.0 > shape.1 {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
