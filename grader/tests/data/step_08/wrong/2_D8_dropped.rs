// task 2: normalized and then forgotten
let _normalized = norm.forward(x)?;
let output = sublayer(x)?;
residual(x, output.view())
