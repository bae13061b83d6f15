// task 2: the last first
let end = start.checked_add(ids.len()).filter(|end| *end <= wpe.weight.nrows());
let end = end.ok_or(ShapeError::from_kind(ErrorKind::OutOfBounds))?;
let places: Vec<usize> = (start..end).rev().collect();
Ok(wte.forward(ids)? + wpe.forward(&places)?)
