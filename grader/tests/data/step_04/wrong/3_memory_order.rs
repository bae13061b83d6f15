// task 3: the weight in the order of memory
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let memory = self.weight.as_slice_memory_order().unwrap().to_vec();
let weight = Array2::from_shape_vec(self.weight.dim(), memory)?;
Ok(x.dot(&weight) + &self.bias)
