// task 3: only the product
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(x.dot(&self.weight))
