// task 6: the shift is missing
let expected = x.ncols();
if self.weight.len() != expected {
    return Err(ShapeMismatch { expected, actual: self.weight.len() });
}
if self.bias.len() != expected {
    return Err(ShapeMismatch { expected, actual: self.bias.len() });
}
let mut y = normalize(x, self.eps);
y *= &self.weight;
Ok(y)
