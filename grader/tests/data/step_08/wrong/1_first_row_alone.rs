// task 1: only the first token gets something added
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let mut sum = x.to_owned();
if let Some(row) = sublayer_output.rows().into_iter().next() {
    let mut first = sum.row_mut(0);
    first += &row;
}
Ok(sum)
