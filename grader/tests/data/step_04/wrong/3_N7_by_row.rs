// task 3: a bias for every row
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let mut y = x.dot(&self.weight);
let _ = &self.bias.as_slice().unwrap()[..y.nrows()];
for (mut row, bias) in y.rows_mut().into_iter().zip(&self.bias) {
    row += *bias;
}
Ok(y)
