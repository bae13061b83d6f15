// task 1: the largest begins at 0
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(0.0_f32, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
}
weights
