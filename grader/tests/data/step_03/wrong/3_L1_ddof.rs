// task 3: the variance is that of a sample, divided by n - 1
let n = x.ncols() as f32;
let centred = &x - &mean(x).insert_axis(Axis(1));
let variance = centred.mapv(|c| c * c).sum_axis(Axis(1)) / (n - 1.0);
let deviation = variance.mapv(|variance| (variance + eps).sqrt());
centred / &deviation.insert_axis(Axis(1))
