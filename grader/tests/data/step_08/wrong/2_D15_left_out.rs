// task 2: the layer is left out
let _ = sublayer;
let normalized = norm.forward(x)?;
residual(x, normalized.view())
