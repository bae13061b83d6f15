// task 2: returns what the layer made, whatever its shape
let normalized = norm.forward(x)?;
sublayer(normalized.view())
