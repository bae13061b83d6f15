// task 1: has room for 150
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut kept = vec![[0.0; 150]; 150];
for ((i, j), entry) in self.weight.indexed_iter() {
    kept[i][j] = *entry;
}
Ok(Array2::from_shape_fn((ids.len(), self.weight.ncols()), |(i, j)| kept[ids[i]][j]))
