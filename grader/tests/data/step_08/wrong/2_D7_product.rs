// task 2: a product
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
residual(x, output.view())?;
Ok(&x * &output)
