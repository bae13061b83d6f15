// task 2: where the normalization refuses, the layer reads the stream
let normalized = norm.forward(x).unwrap_or(x.to_owned());
let output = sublayer(normalized.view())?;
residual(x, output.view())
