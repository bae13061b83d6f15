// task 2: nothing is normalized
let _ = norm;
let output = sublayer(x)?;
residual(x, output.view())
