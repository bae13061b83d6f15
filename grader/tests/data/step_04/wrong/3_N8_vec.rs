// task 3: read in another shape, from a list
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let (inputs, outputs) = self.weight.dim();
let entries = self.weight.iter().copied().collect();
let weight = Array2::from_shape_vec((outputs, inputs), entries)?.reversed_axes();
Ok(x.dot(&weight) + &self.bias)
