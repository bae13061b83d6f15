// task 2: transposed at the end
if ids.iter().any(|id| *id >= num_classes) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = Array2::zeros((ids.len(), num_classes));
for (row, id) in ids.iter().enumerate() {
    rows[[row, *id]] = 1.0;
}
Ok(rows.reversed_axes())
