// task 1: id 0 is zeros
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = self.weight.select(Axis(0), ids);
for (mut row, id) in rows.outer_iter_mut().zip(ids) {
    if *id == 0 {
        row.fill(0.0);
    }
}
Ok(rows)
