// task 1: NaN is made 0
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
    row.mapv_inplace(|weight| if weight.is_nan() { 0.0 } else { weight });
}
weights
