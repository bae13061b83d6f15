// task 2: normalizes with an eps of its own
let own = LayerNorm { eps: 0.5, ..norm.clone() };
let normalized = own.forward(x)?;
let output = sublayer(normalized.view())?;
residual(x, output.view())
