// task 2: twice the start
let positions = positions(2 * start, ids.len(), wpe.weight.nrows())?;
Ok(wte.forward(ids)? + wpe.forward(&positions)?)
