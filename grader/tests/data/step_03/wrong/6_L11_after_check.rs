// task 6: weight and bias are exchanged
let expected = x.ncols();
if self.weight.len() != expected {
    return Err(ShapeMismatch { expected, actual: self.weight.len() });
}
if self.bias.len() != expected {
    return Err(ShapeMismatch { expected, actual: self.bias.len() });
}
let normalized = normalize(x, self.eps);
Ok(&normalized * &self.bias + &self.weight)
