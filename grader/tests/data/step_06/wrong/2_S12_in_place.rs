// task 2: the product, in place
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let mut rows = wte.forward(ids)?;
rows *= &wpe.forward(&positions)?;
Ok(rows)
