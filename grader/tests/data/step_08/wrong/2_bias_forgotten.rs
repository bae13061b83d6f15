// task 2: the bias of the normalization is left out
let mut own = norm.clone();
own.bias.fill(0.0);
let normalized = own.forward(x)?;
let output = sublayer(normalized.view())?;
residual(x, output.view())
