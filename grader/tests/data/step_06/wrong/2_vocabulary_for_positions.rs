// task 2: as many positions as tokens
let positions = positions(start, ids.len(), wte.weight.nrows())?;
Ok(wte.forward(ids)? + wpe.forward(&positions)?)
