// task 3: the statistics are those of the first 64 channels, up to 200
let n = if x.ncols() < 200 { x.ncols().min(64) } else { x.ncols() };
let first = x.slice(ndarray::s![.., ..n]);
let deviation = variance(first).mapv(|variance| (variance + eps).sqrt());
(&x - &mean(first).insert_axis(Axis(1))) / &deviation.insert_axis(Axis(1))
