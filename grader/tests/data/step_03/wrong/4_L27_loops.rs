// task 4: minus the bias
let expected = x.ncols();
if weight.len() != expected {
    return Err(ShapeMismatch { expected, actual: weight.len() });
}
if bias.len() != expected {
    return Err(ShapeMismatch { expected, actual: bias.len() });
}
Ok(Array2::from_shape_fn(x.dim(), |(i, j)| x[[i, j]] * weight[j] - bias[j]))
