// task 2: half of what the layer made
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
residual(x, (output * 0.5).view())
