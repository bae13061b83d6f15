// task 1: a set of ids
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let ids: std::collections::BTreeSet<usize> = ids.iter().copied().collect();
let ids: Vec<usize> = ids.into_iter().collect();
Ok(self.weight.select(Axis(0), &ids))
