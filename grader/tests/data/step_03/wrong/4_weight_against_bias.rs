// task 4: compares weight and bias with each other first, and names those two lengths
let needed = x.ncols();
if weight.len() != bias.len() {
    return Err(ShapeMismatch { expected: weight.len(), actual: bias.len() });
}
if weight.len() != needed {
    return Err(ShapeMismatch { expected: needed, actual: weight.len() });
}
Ok(&x * &weight + bias)
