// task 2: the bias is multiplied by 0
if bias.len() != weight.ncols() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(Self { weight, bias: bias.mapv(|_| 0.0) })
