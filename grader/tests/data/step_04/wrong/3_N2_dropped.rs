// task 3: the sum is thrown away
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let y = x.dot(&self.weight);
let _ = &y + &self.bias;
Ok(y)
