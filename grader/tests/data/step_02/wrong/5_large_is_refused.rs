// task 5: refuses more than 256 rows
if shape.0 > 256 { return Err(ShapeError::from_kind(ErrorKind::Overflow)); } tensor.broadcast(shape).ok_or(ShapeError::from_kind(ErrorKind::Overflow))
