// task 1: ids are compared with the channels
if ids.iter().any(|id| *id >= self.weight.ncols()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok(self.weight.select(Axis(0), ids))
