// task 1: a second time gives zeros
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = self.weight.select(Axis(0), ids);
for i in 0..ids.len() {
    if ids[..i].contains(&ids[i]) {
        rows.row_mut(i).fill(0.0);
    }
}
Ok(rows)
