// task 2: the copy is added to
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
residual(normalized.view(), output.view())
