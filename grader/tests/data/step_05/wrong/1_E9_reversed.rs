// task 1: axes reversed
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok(self.weight.select(Axis(0), ids).reversed_axes())
