// task 3: a longer token will do
let inputs = self.weight.nrows();
if x.ncols() < inputs {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(x.slice(ndarray::s![.., ..inputs]).dot(&self.weight) + &self.bias)
