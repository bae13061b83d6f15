// As many columns as rows.
tensor
    .broadcast((shape.0, shape.0))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
