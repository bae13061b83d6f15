// task 2: the ids in both tables
Ok(wte.forward(ids)? + wpe.forward(ids)?)
