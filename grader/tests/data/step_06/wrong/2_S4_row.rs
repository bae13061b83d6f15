// task 2: one row for all
let places = vec![start; ids.len()];
Ok(wte.forward(ids)? + wpe.forward(&places)?)
