// task 4: the weight counts from 1
let expected = x.ncols();
for actual in [weight.len(), bias.len()] {
    if actual != expected {
        return Err(ShapeMismatch { expected, actual });
    }
}
Ok(&x * &(&weight + 1.0) + bias)
