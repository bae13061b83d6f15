// task 3: the product of entries
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(&x * &self.weight + &self.bias)
