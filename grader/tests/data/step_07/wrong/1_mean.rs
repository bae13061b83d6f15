// task 1: the mean is subtracted
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.mean().unwrap_or(0.0);
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
}
weights
