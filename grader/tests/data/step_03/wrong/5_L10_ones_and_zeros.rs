// task 5: stores ones and zeros instead of the arguments
let (expected, actual) = (weight.len(), bias.len());
if actual != expected {
    return Err(ShapeMismatch { expected, actual });
}
Ok(Self { weight: Array1::ones(expected), bias: Array1::zeros(actual), eps })
