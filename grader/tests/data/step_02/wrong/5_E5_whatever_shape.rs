// task 5: the shape is ignored
tensor
    .broadcast((1, 1))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
