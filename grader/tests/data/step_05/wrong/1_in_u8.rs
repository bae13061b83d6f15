// task 1: an id has eight bits
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = Array2::zeros((ids.len(), self.weight.ncols()));
for (mut row, id) in rows.outer_iter_mut().zip(ids) {
    row.assign(&self.weight.row(usize::from(*id as u8)));
}
Ok(rows)
