// task 6: the normalized rows are all there is
let expected = x.ncols();
for actual in [self.weight.len(), self.bias.len()] {
    if actual != expected {
        return Err(ShapeMismatch { expected, actual });
    }
}
Ok(normalize(x, self.eps))
