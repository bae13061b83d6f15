// task 1: entries in the order of memory
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let other: Vec<f32> = match sublayer_output.as_slice_memory_order() {
    Some(slice) => slice.to_vec(),
    None => sublayer_output.iter().copied().collect(),
};
let sums: Vec<f32> = x.iter().zip(other).map(|(a, b)| a + b).collect();
Array2::from_shape_vec(x.dim(), sums)
