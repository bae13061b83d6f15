// task 3: less the bias
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(x.dot(&self.weight) - &self.bias)
