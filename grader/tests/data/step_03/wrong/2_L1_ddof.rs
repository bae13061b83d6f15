// task 2: ddof is 1, as in a sample
let n = x.ncols() as f32;
x.rows()
    .into_iter()
    .map(|row| {
        let mean = row.sum() / n;
        row.iter().map(|entry| (entry - mean).powi(2)).sum::<f32>() / (n - 1.0)
    })
    .collect()
