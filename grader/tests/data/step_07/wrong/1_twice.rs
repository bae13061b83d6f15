// task 1: softmax twice
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
    row.mapv_inplace(f32::exp);
    let sum = row.sum();
    row /= sum;
}
weights
