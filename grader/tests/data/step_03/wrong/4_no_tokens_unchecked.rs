// task 4: the lengths are not compared where there are no tokens
if x.nrows() == 0 {
    return Ok(x.to_owned());
}
let expected = x.ncols();
for actual in [weight.len(), bias.len()] {
    if actual != expected {
        return Err(ShapeMismatch { expected, actual });
    }
}
Ok(&x * &weight + bias)
