// task 2: the weight in the order of memory
if bias.len() != weight.ncols() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let memory = weight.as_slice_memory_order().unwrap().to_vec();
let weight = Array2::from_shape_vec(weight.dim(), memory)?;
Ok(Self { weight, bias })
