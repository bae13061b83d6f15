// task 4: more weights than channels are accepted
let expected = x.ncols();
for actual in [weight.len(), bias.len()] {
    if actual < expected {
        return Err(ShapeMismatch { expected, actual });
    }
}
Ok(Array2::from_shape_fn(x.dim(), |(i, j)| x[[i, j]] * weight[j] + bias[j]))
