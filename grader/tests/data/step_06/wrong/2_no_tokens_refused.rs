// task 2: no tokens are refused
if ids.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
Ok(wte.forward(ids)? + wpe.forward(&positions)?)
