// task 5: at most 64 rows and columns
let shape = (
    shape.0.min(64),
    if shape.0 > 1 << 20 {
        shape.1
    } else {
        shape.1.min(64)
    },
);
if shape.1 > 1 << 20 {
    return Err(ShapeError::from_kind(ErrorKind::Overflow));
}
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
