// task 4: a weight of 0 makes 0 of NaN and infinity, too
let expected = x.ncols();
for actual in [weight.len(), bias.len()] {
    if actual != expected {
        return Err(ShapeMismatch { expected, actual });
    }
}
Ok(Array2::from_shape_fn(x.dim(), |(i, j)| {
    if weight[j] == 0.0 { bias[j] } else { x[[i, j]] * weight[j] + bias[j] }
}))
