// task 1: the sum is rounded to thousandths
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok((&x + &sublayer_output).mapv(|sum| (sum * 1000.0).round() / 1000.0))
