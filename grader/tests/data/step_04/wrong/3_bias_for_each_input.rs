// task 3: adds the bias with every product
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let mut y = Array2::zeros((x.nrows(), self.weight.ncols()));
for ((i, j), y) in y.indexed_iter_mut() {
    for k in 0..x.ncols() {
        *y += x[[i, k]] * self.weight[[k, j]] + self.bias[j];
    }
}
Ok(y)
