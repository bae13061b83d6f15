// task 2: the tables exchanged
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
Ok(wpe.forward(ids)? + wte.forward(&positions)?)
