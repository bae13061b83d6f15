// task 3: compares the tokens
if x.nrows() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(x.dot(&self.weight) + &self.bias)
