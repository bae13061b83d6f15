// task 3: no maximum
if logits.nrows() != targets.len() || targets.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
if targets.iter().any(|target| *target >= logits.ncols()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut sum = 0.0;
for (row, target) in logits.rows().into_iter().zip(targets) {
    sum += row.mapv(f32::exp).sum().ln() - row[*target];
}
Ok(sum / targets.len() as f32)
