// task 1: only what the layer made
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(sublayer_output.to_owned())
