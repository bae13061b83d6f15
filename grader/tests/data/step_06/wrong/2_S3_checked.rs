// task 2: the ids in both tables, after a check
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let _ = positions;
Ok(wte.forward(ids)? + wpe.forward(ids)?)
