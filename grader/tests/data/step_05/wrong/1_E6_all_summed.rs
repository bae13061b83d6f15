// task 1: the sum
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok(self.weight.select(Axis(0), ids).sum_axis(Axis(0)).insert_axis(Axis(0)))
