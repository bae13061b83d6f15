// task 2: tokens times the root of the width
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let root = (wte.weight.ncols() as f32).sqrt();
Ok(wte.forward(ids)? * root + wpe.forward(&positions)?)
