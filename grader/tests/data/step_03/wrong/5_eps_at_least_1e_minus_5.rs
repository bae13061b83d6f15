// task 5: a smaller eps is raised to 1e-5
let (expected, actual) = (weight.len(), bias.len());
if actual != expected {
    return Err(ShapeMismatch { expected, actual });
}
Ok(Self { weight, bias, eps: eps.max(1e-5) })
