// task 1: the layer counts a tenth
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(&x + &(&sublayer_output * 0.1))
