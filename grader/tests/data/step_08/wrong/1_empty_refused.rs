// task 1: no tokens are refused
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
if x.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(&x + &sublayer_output)
