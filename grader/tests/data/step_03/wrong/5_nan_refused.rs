// task 5: refuses parameters with NaN
let (expected, actual) = (weight.len(), bias.len());
if actual != expected {
    return Err(ShapeMismatch { expected, actual });
}
if weight.iter().chain(&bias).any(|entry| entry.is_nan()) {
    return Err(ShapeMismatch { expected, actual });
}
Ok(Self { weight, bias, eps })
