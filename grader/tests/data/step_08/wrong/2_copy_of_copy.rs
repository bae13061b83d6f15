// task 2: adds the copy too
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
Ok(residual(x, output.view())? + normalized)
