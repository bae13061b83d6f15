// task 1: no largest score
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    row.mapv_inplace(|score| (score).exp());
    let sum = row.sum();
    row /= sum;
}
weights
