// task 3: eps is always 1e-12, as in BERT
const EPS: f32 = 1e-12;
let n = x.ncols() as f32;
let mut y = x.to_owned();
for mut row in y.rows_mut() {
    let m = row.sum() / n;
    let var = row.iter().map(|v| (v - m).powi(2)).sum::<f32>() / n;
    for v in row.iter_mut() {
        *v = (*v - m) / (var + EPS).sqrt();
    }
}
y
