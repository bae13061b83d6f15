// task 1: divided by the largest
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.fold(0.0_f32, |a, b| a.max(*b));
    row /= sum;
}
weights
