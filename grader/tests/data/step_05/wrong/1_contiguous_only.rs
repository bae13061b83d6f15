// task 1: asks for a slice
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let entries = self.weight.as_slice().expect("rows one after the other");
let width = self.weight.ncols();
Ok(Array2::from_shape_fn((ids.len(), width), |(i, j)| entries[ids[i] * width + j]))
