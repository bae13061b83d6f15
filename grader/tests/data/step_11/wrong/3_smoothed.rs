// task 3: smoothed
if logits.nrows() != targets.len() || targets.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
if targets.iter().any(|target| *target >= logits.ncols()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut sum = 0.0;
for (row, target) in logits.rows().into_iter().zip(targets) {
    let largest = row.fold(f32::NEG_INFINITY, |largest, logit| largest.max(*logit));
    let exponentials = row.mapv(|logit| (logit - largest).exp());
    let own = exponentials.sum().ln() - (row[*target] - largest);
    let all = row.mapv(|logit| exponentials.sum().ln() - (logit - largest)).sum() / row.len() as f32;
    sum += 0.9 * own + 0.1 * all;
}
Ok(sum / targets.len() as f32)
