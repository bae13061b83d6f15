// task 1: sorted
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut ids = ids.to_vec();
ids.sort();
Ok(self.weight.select(Axis(0), &ids))
