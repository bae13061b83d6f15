// task 4: negative weights lose their sign
let expected = x.ncols();
for actual in [weight.len(), bias.len()] {
    if actual != expected {
        return Err(ShapeMismatch { expected, actual });
    }
}
Ok(&x * &weight.mapv(f32::abs) + bias)
