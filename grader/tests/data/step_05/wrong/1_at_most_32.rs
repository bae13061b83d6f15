// task 1: at most 32 tokens
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let ids = &ids[..ids.len().min(32)];
Ok(self.weight.select(Axis(0), ids))
