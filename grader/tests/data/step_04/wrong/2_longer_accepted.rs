// task 2: a longer bias will do
if bias.len() < weight.ncols() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(Self { weight, bias })
