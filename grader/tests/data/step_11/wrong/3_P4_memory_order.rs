// task 3: the scores are read as they lie in memory
if logits.nrows() != targets.len() || targets.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let memory = match logits.as_slice_memory_order() {
    Some(memory) => memory.to_vec(),
    None => logits.iter().copied().collect(),
};
let logits = Array2::from_shape_vec(logits.raw_dim(), memory)?;
let mut sum = 0.0;
for (row, target) in logits.rows().into_iter().zip(targets) {
    let Some(right) = row.get(*target) else {
        return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
    };
    let largest = row.fold(f32::NEG_INFINITY, |largest, logit| largest.max(*logit));
    let exponentials = row.mapv(|logit| (logit - largest).exp());
    sum += exponentials.sum().ln() - (right - largest);
}
Ok(sum / targets.len() as f32)
