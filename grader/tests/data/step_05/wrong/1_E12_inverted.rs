// task 1: the last first, at the end
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = self.weight.select(Axis(0), ids);
rows.invert_axis(Axis(0));
Ok(rows)
