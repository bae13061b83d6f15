// task 2: side by side
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let (tokens, positions) = (wte.forward(ids)?, wpe.forward(&positions)?);
ndarray::concatenate(ndarray::Axis(1), &[tokens.view(), positions.view()])
