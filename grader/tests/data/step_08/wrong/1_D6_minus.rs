// task 1: the layer is subtracted
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(&x - &sublayer_output)
