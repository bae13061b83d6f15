// task 2: unwraps
let positions = positions(start, ids.len(), wpe.weight.nrows()).unwrap();
Ok(wte.forward(ids)? + wpe.forward(&positions)?)
