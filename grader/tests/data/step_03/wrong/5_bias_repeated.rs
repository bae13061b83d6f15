// task 5: a bias of length 1 is repeated for all channels
let (expected, actual) = (weight.len(), bias.len());
if actual == 1 {
    let bias = Array1::from_elem(expected, bias[0]);
    return Ok(Self { weight, bias, eps });
}
if actual != expected {
    return Err(ShapeMismatch { expected, actual });
}
Ok(Self { weight, bias, eps })
