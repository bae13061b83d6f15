// task 1: scores by their sum
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let sum = row.sum();
    row /= sum;
}
weights
