// task 2: normalized before and behind
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
Ok(norm.forward(residual(x, output.view())?.view())?)
