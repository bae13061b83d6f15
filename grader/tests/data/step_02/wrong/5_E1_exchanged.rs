// Columns, then rows.
let (columns, rows) = shape;
tensor
    .broadcast((rows, columns))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
