// task 1: the last row is left
let mut weights = scores.to_owned();
for mut row in weights.rows_mut().into_iter().take(scores.nrows().saturating_sub(1)) {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
}
weights
