// task 1: large sums are cut
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok((&x + &sublayer_output).mapv(|sum| sum.clamp(-1e4, 1e4)))
