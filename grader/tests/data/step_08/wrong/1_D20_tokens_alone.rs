// task 1: the numbers of channels are not compared
if x.nrows() != sublayer_output.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(&x + &sublayer_output)
