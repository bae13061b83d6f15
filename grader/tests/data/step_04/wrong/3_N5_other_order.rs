// task 3: the weight times x
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(self.weight.dot(&x) + &self.bias)
