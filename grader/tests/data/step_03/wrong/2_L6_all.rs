// task 2: the variance of the whole array, for every row
let n = x.len() as f32;
let mean = x.sum() / n;
Array1::from_elem(x.nrows(), x.mapv(|v| (v - mean) * (v - mean)).sum() / n)
