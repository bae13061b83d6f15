// task 4: the shift comes first
let expected = x.ncols();
if weight.len() != expected {
    return Err(ShapeMismatch { expected, actual: weight.len() });
}
if bias.len() != expected {
    return Err(ShapeMismatch { expected, actual: bias.len() });
}
let mut y = x.to_owned();
y += &bias;
y *= &weight;
Ok(y)
