// task 2: input and output are normalized
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
residual(x, norm.forward(output.view())?.view())
