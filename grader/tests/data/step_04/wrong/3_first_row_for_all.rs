// task 3: the first token for all
if x.ncols() != self.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let mut y = x.dot(&self.weight) + &self.bias;
for i in 1..y.nrows() {
    let first = y.row(0).to_owned();
    y.row_mut(i).assign(&first);
}
Ok(y)
