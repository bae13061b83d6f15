// task 4: the length of the weight is not compared
let (expected, actual) = (x.ncols(), bias.len());
if actual != expected {
    return Err(ShapeMismatch { expected, actual });
}
Ok(&x * &weight + bias)
