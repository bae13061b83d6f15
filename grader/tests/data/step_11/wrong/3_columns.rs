// task 3: softmax over columns
if logits.nrows() != targets.len() || targets.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
if targets.iter().any(|target| *target >= logits.ncols()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let largest = logits.fold(f32::NEG_INFINITY, |largest, logit| largest.max(*logit));
let exponentials = logits.mapv(|logit| (logit - largest).exp());
let sums = exponentials.sum_axis(ndarray::Axis(0));
let mut sum = 0.0;
for (row, target) in targets.iter().enumerate() {
    sum -= (exponentials[[row, *target]] / sums[*target]).ln();
}
Ok(sum / targets.len() as f32)
