// task 1: in half precision
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| f32::from_bits((score - largest).exp().to_bits() & 0xffff_0000));
    let sum = row.sum();
    row /= sum;
}
weights
