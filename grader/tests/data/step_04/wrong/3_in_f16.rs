// task 3: sums in a half
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
use half::f16;
let mut y = Array2::zeros((x.nrows(), self.weight.ncols()));
for ((i, j), y) in y.indexed_iter_mut() {
    let mut sum = f16::from_f32(self.bias[j]);
    for k in 0..x.ncols() {
        sum += f16::from_f32(x[[i, k]] * self.weight[[k, j]]);
    }
    *y = sum.to_f32();
}
Ok(y)
