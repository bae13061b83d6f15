// task 2: shifts what it got
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let positions: Vec<usize> = positions.iter().map(|place| place + 1).collect();
Ok(wte.forward(ids)? + wpe.forward(&positions)?)
