// task 3: one maximum for all rows
if logits.nrows() != targets.len() || targets.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
if targets.iter().any(|target| *target >= logits.ncols()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let largest = logits.fold(f32::NEG_INFINITY, |largest, logit| largest.max(*logit));
let mut sum = 0.0;
for (row, target) in logits.rows().into_iter().zip(targets) {
    sum += row.mapv(|logit| (logit - largest).exp()).sum();
    sum -= row[*target] - largest;
}
Ok(sum / targets.len() as f32)
