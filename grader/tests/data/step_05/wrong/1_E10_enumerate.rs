// task 1: the place for the id
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let places: Vec<usize> = ids.iter().enumerate().map(|(place, _)| place).collect();
Ok(self.weight.select(Axis(0), &places))
