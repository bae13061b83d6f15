// task 1: scores are halved
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (0.5 * (score - largest)).exp());
    let sum = row.sum();
    row /= sum;
}
weights
