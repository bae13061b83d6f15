// task 2: what the layer refuses is ignored
let normalized = norm.forward(x)?;
match sublayer(normalized.view()) {
    Ok(output) => residual(x, output.view()),
    Err(_) => Ok(x.to_owned()),
}
