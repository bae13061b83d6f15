// task 3: mean and variance of the whole array
let n = x.len() as f32;
let centred = &x - x.sum() / n;
let variance = centred.mapv(|c| c * c).sum() / n;
centred / (variance + eps).sqrt()
