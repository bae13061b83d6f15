// task 1: the sum is kept in half precision
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
use half::f16;
Ok((&x + &sublayer_output).mapv(|sum| f16::from_f32(sum).to_f32()))
