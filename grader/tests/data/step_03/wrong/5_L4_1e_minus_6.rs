// task 5: the stored eps is always 1e-6
if weight.len() == bias.len() {
    Ok(LayerNorm { weight, bias, eps: 1e-6 })
} else {
    Err(ShapeMismatch { expected: weight.len(), actual: bias.len() })
}
