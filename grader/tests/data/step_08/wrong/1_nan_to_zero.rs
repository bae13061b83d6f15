// task 1: NaN becomes 0
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok((&x + &sublayer_output).mapv(|sum| if sum.is_nan() { 0.0 } else { sum }))
