// task 5: one column too few, S5
tensor
    .broadcast((shape.0, shape.1.saturating_sub(1)))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
