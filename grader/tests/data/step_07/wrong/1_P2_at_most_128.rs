// task 1: has room for 128
let mut kept = vec![[0.0; 128]; 128];
for ((i, j), score) in scores.indexed_iter() {
    kept[i][j] = *score;
}
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
}
weights
