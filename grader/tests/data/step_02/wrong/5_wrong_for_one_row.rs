// task 5: a single row is turned into a column
let shape = if shape.0 == 1 { (shape.1, 1) } else { shape };
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
