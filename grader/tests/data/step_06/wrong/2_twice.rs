// task 2: positions twice
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let positions = wpe.forward(&positions)?;
Ok(wte.forward(ids)? + &positions + &positions)
