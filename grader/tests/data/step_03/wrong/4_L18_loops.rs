// task 4: adds the bias and nothing else
let expected = x.ncols();
if weight.len() != expected {
    return Err(ShapeMismatch { expected, actual: weight.len() });
}
if bias.len() != expected {
    return Err(ShapeMismatch { expected, actual: bias.len() });
}
let mut y = x.to_owned();
for mut row in y.rows_mut() {
    row.zip_mut_with(&bias, |v, b| *v += b);
}
Ok(y)
