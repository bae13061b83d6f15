// task 1: a blocked row is shared evenly
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    if largest == f32::NEG_INFINITY {
        let share = 1.0 / row.len() as f32;
        row.fill(share);
        continue;
    }
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
}
weights
