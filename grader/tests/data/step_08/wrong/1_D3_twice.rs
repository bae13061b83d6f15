// task 1: what went in is added twice
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(&x + &x + sublayer_output)
