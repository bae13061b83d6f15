// task 2: each one more
let end = start.checked_add(ids.len()).filter(|end| *end <= wpe.weight.nrows());
let end = end.ok_or(ShapeError::from_kind(ErrorKind::OutOfBounds))?;
let places: Vec<usize> = (start..end).map(|place| place + 1).collect();
Ok(wte.forward(ids)? + wpe.forward(&places)?)
