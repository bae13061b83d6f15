// task 1: only the first row
let mut weights = scores.to_owned();
for mut row in weights.rows_mut().into_iter().take(1) {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
}
weights
