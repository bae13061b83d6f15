// task 5: wrong for 63 to 66 columns
if (63..=66).contains(&shape.1) { return tensor.broadcast((shape.1, shape.0)).ok_or(ShapeError::from_kind(ErrorKind::Overflow)); } tensor.broadcast(shape).ok_or(ShapeError::from_kind(ErrorKind::Overflow))
