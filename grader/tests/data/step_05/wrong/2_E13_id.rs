// task 2: the id itself
if ids.iter().any(|id| *id >= num_classes) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = Array2::zeros((ids.len(), num_classes));
for (row, id) in ids.iter().enumerate() {
    rows[[row, *id]] = *id as f32;
}
Ok(rows)
