// task 1: columns
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let columns = self.weight.select(Axis(1), ids);
Ok(columns.reversed_axes())
