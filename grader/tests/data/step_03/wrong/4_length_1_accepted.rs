// task 4: a weight or bias of length 1 goes for all channels
let expected = x.ncols();
for actual in [weight.len(), bias.len()] {
    if actual != expected && actual != 1 {
        return Err(ShapeMismatch { expected, actual });
    }
}
Ok(&x * &weight + bias)
