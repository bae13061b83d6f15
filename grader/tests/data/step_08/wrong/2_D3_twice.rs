// task 2: adds what went in twice
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
Ok(residual(x, output.view())? + x)
