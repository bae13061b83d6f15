// task 1: rows of length 1
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = self.weight.select(Axis(0), ids);
for mut row in rows.outer_iter_mut() {
    let length = row.dot(&row).sqrt();
    row /= length;
}
Ok(rows)
