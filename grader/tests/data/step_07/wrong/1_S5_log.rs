// task 1: log-softmax
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| score - largest);
    let sum = row.fold(0.0, |sum, score| sum + score.exp());
    row -= sum.ln();
}
weights
