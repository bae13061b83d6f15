// task 1: a blocked row is 0
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    if largest == f32::NEG_INFINITY {
        row.fill(0.0);
        continue;
    }
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
}
weights
