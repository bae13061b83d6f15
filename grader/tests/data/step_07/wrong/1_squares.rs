// task 1: divided by the root of the sum of squares
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.mapv(|power| power * power).sum().sqrt();
    row /= sum;
}
weights
