// One row is enough, the others are the same.
tensor
    .broadcast((1, shape.1))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
