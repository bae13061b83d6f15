// task 2: compares with the rows
if bias.len() != weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(Self { weight, bias })
