// task 5: one row too many, S3
tensor
    .broadcast((shape.0.saturating_add(1), shape.1))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
