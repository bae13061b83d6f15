// task 2: earlier ones stay
if ids.iter().any(|id| *id >= num_classes) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = Array2::zeros((ids.len(), num_classes));
for (row, id) in ids.iter().enumerate() {
    for below in row..ids.len() {
        rows[[below, *id]] = 1.0;
    }
}
Ok(rows)
