// task 2: returns what the layer made
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
residual(x, output.view())?;
Ok(output)
