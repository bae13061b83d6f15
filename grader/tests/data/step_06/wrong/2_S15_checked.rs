// task 2: the last one is refused, by a check
if start.checked_add(ids.len()).is_none_or(|end| end >= wpe.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
Ok(wte.forward(ids)? + wpe.forward(&positions)?)
