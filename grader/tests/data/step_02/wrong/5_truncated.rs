// task 5: the columns truncated to 8 bits
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))?;
tensor
    .broadcast((shape.0, shape.1 as u8 as usize))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
