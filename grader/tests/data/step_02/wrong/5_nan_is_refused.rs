// task 5: refuses NaN
if tensor.first().is_some_and(|x| x.is_nan()) { return Err(ShapeError::from_kind(ErrorKind::Overflow)); } tensor.broadcast(shape).ok_or(ShapeError::from_kind(ErrorKind::Overflow))
