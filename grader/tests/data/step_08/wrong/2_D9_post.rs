// task 2: normalized behind the sum
let output = sublayer(x)?;
Ok(norm.forward(residual(x, output.view())?.view())?)
