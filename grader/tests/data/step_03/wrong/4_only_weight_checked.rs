// task 4: the length of the bias is not compared
let (expected, actual) = (x.ncols(), weight.len());
if actual != expected {
    return Err(ShapeMismatch { expected, actual });
}
Ok(&x * &weight + bias)
