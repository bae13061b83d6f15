// task 2: sum and sum of squares in one pass
let n = x.ncols() as f32;
x.rows()
    .into_iter()
    .map(|row| {
        let (sum, squares) = row.iter().fold((0.0f32, 0.0f32), |(sum, squares), v| (sum + v, squares + v * v));
        squares / n - (sum / n) * (sum / n)
    })
    .collect()
