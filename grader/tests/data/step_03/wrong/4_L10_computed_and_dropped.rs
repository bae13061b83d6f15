// task 4: works on a copy that nobody gets
let expected = x.ncols();
if weight.len() != expected {
    return Err(ShapeMismatch { expected, actual: weight.len() });
}
if bias.len() != expected {
    return Err(ShapeMismatch { expected, actual: bias.len() });
}
let result = x.to_owned();
let mut scaled = result.clone();
scaled *= &weight;
scaled += &bias;
Ok(result)
