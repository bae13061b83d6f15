// task 3: the transposed weight, with a fitting check
if x.ncols() != self.weight.ncols() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(x.dot(&self.weight.t()) + &self.bias)
