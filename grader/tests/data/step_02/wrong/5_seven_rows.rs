// task 5: refuses 7 to 9 rows
if (7..=9).contains(&shape.0) { return Err(ShapeError::from_kind(ErrorKind::Overflow)); } tensor.broadcast(shape).ok_or(ShapeError::from_kind(ErrorKind::Overflow))
