// task 1: the size of what the layer made
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(&x + &sublayer_output.mapv(f32::abs))
