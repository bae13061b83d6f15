// task 2: where the layer refuses, the copy stands for its output
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view()).unwrap_or(normalized.clone());
residual(x, output.view())
