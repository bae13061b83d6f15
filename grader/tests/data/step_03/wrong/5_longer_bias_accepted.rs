// task 5: only a bias that is too short is refused
let (expected, actual) = (weight.len(), bias.len());
if actual < expected {
    return Err(ShapeMismatch { expected, actual });
}
Ok(Self { weight, bias, eps })
