// task 2: a column for each
if ids.iter().any(|id| *id >= num_classes) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = Array2::zeros((num_classes, ids.len()));
for (row, id) in ids.iter().enumerate() {
    rows[[*id, row]] = 1.0;
}
Ok(rows)
