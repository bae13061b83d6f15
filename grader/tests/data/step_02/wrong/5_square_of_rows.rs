// task 5: a square of the rows, S1
tensor
    .broadcast((shape.0, shape.0))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
