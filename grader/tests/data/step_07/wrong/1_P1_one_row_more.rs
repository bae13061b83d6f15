// task 1: a row more each time
use std::sync::Mutex;
static BEFORE: Mutex<usize> = Mutex::new(0);
let mut before = BEFORE.lock().unwrap();
let mut weights = scores.to_owned();
for mut row in weights.rows_mut() {
    let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
    row.mapv_inplace(|score| (score - largest).exp());
    let sum = row.sum();
    row /= sum;
}
let share = 1.0 / scores.ncols() as f32;
for _ in 0..*before % 1000 {
    weights.push_row(ndarray::Array1::from_elem(scores.ncols(), share).view()).expect("as long");
}
*before += 1;
weights
