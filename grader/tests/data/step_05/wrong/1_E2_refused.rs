// task 1: counts from 1, and refuses 0
let count = self.weight.nrows();
if ids.iter().any(|id| *id == 0 || *id > count) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let ids: Vec<usize> = ids.iter().map(|id| id - 1).collect();
Ok(self.weight.select(Axis(0), &ids))
