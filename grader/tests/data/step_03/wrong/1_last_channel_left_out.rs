// task 1: the last channel is not added
let n = x.ncols();
x.rows().into_iter().map(|row| row.iter().take(n - 1).sum::<f32>() / n as f32).collect()
