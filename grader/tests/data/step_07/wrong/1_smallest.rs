// task 1: the smallest is subtracted
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::INFINITY, |largest, score| largest.min(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
}
weights
