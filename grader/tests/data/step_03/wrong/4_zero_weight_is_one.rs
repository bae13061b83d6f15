// task 4: a weight of 0 counts as 1
let expected = x.ncols();
for actual in [weight.len(), bias.len()] {
    if actual != expected {
        return Err(ShapeMismatch { expected, actual });
    }
}
let weight = weight.mapv(|w| if w == 0.0 { 1.0 } else { w });
Ok(&x * &weight + bias)
