// task 5: both sides truncated to 8 bits
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))?;
tensor
    .broadcast((shape.0 as u8 as usize, shape.1 as u8 as usize))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
