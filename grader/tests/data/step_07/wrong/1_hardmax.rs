// task 1: all the weight to the largest
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| if score == largest { 1.0 } else { 0.0 });
    let sum = row.sum();
    row /= sum;
}
weights
