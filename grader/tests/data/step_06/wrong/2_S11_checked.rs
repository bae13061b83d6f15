// task 2: only tokens, after a check
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let _ = positions;
wte.forward(ids)
