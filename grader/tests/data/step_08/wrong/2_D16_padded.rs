// task 2: a row that the layer returns is repeated
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
match output.broadcast(x.dim()) {
    Some(output) => residual(x, output),
    None => residual(x, output.view()),
}
