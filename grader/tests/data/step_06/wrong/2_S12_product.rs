// task 2: the product
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
Ok(wte.forward(ids)? * wpe.forward(&positions)?)
