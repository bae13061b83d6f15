// task 2: the copy alone
let _ = sublayer;
Ok(norm.forward(x)?)
