// task 1: -1e30 in place of negative infinity
let mut weights = scores.mapv(|score| score.max(-1e30));
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
}
weights
