// task 3: the weight times x, by linalg
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let mut y = Array2::zeros((self.weight.nrows(), x.ncols()));
ndarray::linalg::general_mat_mul(1.0, &self.weight, &x, 0.0, &mut y);
Ok(y + &self.bias)
