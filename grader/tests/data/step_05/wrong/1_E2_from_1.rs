// task 1: counts from 1
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let ids: Vec<usize> = ids.iter().map(|id| id - 1).collect();
Ok(self.weight.select(Axis(0), &ids))
