// task 1: only the number of entries is compared
if x.len() != sublayer_output.len() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let flat = sublayer_output.iter();
let sums: Vec<f32> = x.iter().zip(flat).map(|(a, b)| a + b).collect();
Array2::from_shape_vec(x.dim(), sums)
