// task 1: the last first
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let ids: Vec<usize> = ids.iter().rev().copied().collect();
Ok(self.weight.select(Axis(0), &ids))
