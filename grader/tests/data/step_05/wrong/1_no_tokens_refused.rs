// task 1: no tokens are refused
if ids.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok(self.weight.select(Axis(0), ids))
