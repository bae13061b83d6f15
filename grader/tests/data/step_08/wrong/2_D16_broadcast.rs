// task 2: adds without comparing
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
Ok(&x + &output)
