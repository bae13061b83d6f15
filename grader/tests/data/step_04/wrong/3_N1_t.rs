// task 3: the transposed weight
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(x.dot(&self.weight.t()) + &self.bias)
