// task 2: masked already
let mut scores = query.dot(&key.t()) / (query.ncols() as f32).sqrt();
for ((i, j), score) in scores.indexed_iter_mut() {
    if j > i { *score = f32::NEG_INFINITY; }
}
scores
