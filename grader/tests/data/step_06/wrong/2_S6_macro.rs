// task 2: side by side, by a macro
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let (tokens, positions) = (wte.forward(ids)?, wpe.forward(&positions)?);
Ok(ndarray::concatenate![ndarray::Axis(1), tokens, positions])
