// task 4: token i gets weight i
let expected = x.nrows();
for actual in [weight.len(), bias.len()] {
    if actual != expected {
        return Err(ShapeMismatch { expected, actual });
    }
}
let mut y = x.to_owned();
for (i, mut row) in y.outer_iter_mut().enumerate() {
    row.mapv_inplace(|v| v * weight[i] + bias[i]);
}
Ok(y)
