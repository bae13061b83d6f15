// task 4: takes a reversed weight as it lies in memory
let expected = x.ncols();
for actual in [weight.len(), bias.len()] {
    if actual != expected {
        return Err(ShapeMismatch { expected, actual });
    }
}
let weight = match weight.as_slice_memory_order() {
    Some(entries) => entries.to_vec(),
    None => weight.to_vec(),
};
Ok(Array2::from_shape_fn(x.dim(), |(i, j)| x[[i, j]] * weight[j] + bias[j]))
