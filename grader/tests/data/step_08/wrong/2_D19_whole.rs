// task 2: unwraps everything before the sum
let normalized = norm.forward(x).unwrap();
let output = sublayer(normalized.view()).unwrap();
residual(x, output.view())
