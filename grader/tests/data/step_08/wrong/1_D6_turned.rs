// task 1: what went in is subtracted
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(&sublayer_output - &x)
