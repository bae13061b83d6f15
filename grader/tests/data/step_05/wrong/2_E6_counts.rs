// task 2: how often each comes
if ids.iter().any(|id| *id >= num_classes) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut rows = Array2::zeros((1, num_classes));
for id in ids {
    rows[[0, *id]] += 1.0;
}
Ok(rows)
