// task 1: the mean
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let sum = self.weight.select(Axis(0), ids).sum_axis(Axis(0));
Ok((sum / ids.len() as f32).insert_axis(Axis(0)))
