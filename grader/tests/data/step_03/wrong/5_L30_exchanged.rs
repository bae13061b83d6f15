// task 5: the length of the bias is called the one that was expected
if weight.len() == bias.len() {
    Ok(Self { weight, bias, eps })
} else {
    Err(ShapeMismatch { expected: bias.len(), actual: weight.len() })
}
