// task 4: the shift is subtracted
let expected = x.ncols();
for actual in [weight.len(), bias.len()] {
    if actual != expected {
        return Err(ShapeMismatch { expected, actual });
    }
}
Ok(&x * &weight - bias)
