// task 2: normalized twice
let normalized = norm.forward(norm.forward(x)?.view())?;
let output = sublayer(normalized.view())?;
residual(x, output.view())
