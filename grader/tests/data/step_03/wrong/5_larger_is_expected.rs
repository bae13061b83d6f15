// task 5: the longer of the two is called the one that was expected
let (weights, biases) = (weight.len(), bias.len());
if weights == biases {
    Ok(Self { weight, bias, eps })
} else {
    Err(ShapeMismatch { expected: weights.max(biases), actual: weights.min(biases) })
}
