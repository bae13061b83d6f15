// task 3: the transposed weight, in loops
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let mut y = Array2::zeros((x.nrows(), self.weight.ncols()));
for ((i, j), y) in y.indexed_iter_mut() {
    for k in 0..x.ncols().max(self.weight.nrows()) {
        *y += x[[i, k]] * self.weight[[j, k]];
    }
}
assert_eq!(self.weight.nrows(), self.weight.ncols());
Ok(y + &self.bias)
