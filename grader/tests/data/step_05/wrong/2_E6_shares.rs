// task 2: which share each has
if ids.iter().any(|id| *id >= num_classes) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = Array2::zeros((ids.len(), num_classes));
for (row, id) in ids.iter().enumerate() {
    rows[[row, *id]] = 1.0;
}
Ok((rows.sum_axis(Axis(0)) / ids.len() as f32).insert_axis(Axis(0)))
