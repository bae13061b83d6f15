// task 1: the table in the order of memory
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let memory = self.weight.as_slice_memory_order().unwrap();
let width = self.weight.ncols();
Ok(Array2::from_shape_fn((ids.len(), width), |(i, j)| memory[ids[i] * width + j]))
