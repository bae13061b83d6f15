// task 5: wrong for 10 to 62 rows
if (10..=62).contains(&shape.0) && shape.1 > 0 { return tensor.broadcast((shape.0 + 1, shape.1)).ok_or(ShapeError::from_kind(ErrorKind::Overflow)); } tensor.broadcast(shape).ok_or(ShapeError::from_kind(ErrorKind::Overflow))
