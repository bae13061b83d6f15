// task 5: weight and bias are exchanged
let (expected, actual) = (weight.len(), bias.len());
if actual != expected {
    return Err(ShapeMismatch { expected, actual });
}
Ok(Self { weight: bias, bias: weight, eps })
