// task 2: minus one elsewhere
if ids.iter().any(|id| *id >= num_classes) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = Array2::from_elem((ids.len(), num_classes), -1.0);
for (row, id) in ids.iter().enumerate() {
    rows[[row, *id]] = 1.0;
}
Ok(rows)
