// task 1: times the root of the width
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok(self.weight.select(Axis(0), ids) * (self.weight.ncols() as f32).sqrt())
