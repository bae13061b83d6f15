// task 2: unwraps what the layer returns
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view()).unwrap();
residual(x, output.view())
