// task 3: the signs are lost
let deviation = variance(x).mapv(|variance| (variance + eps).sqrt());
((&x - &mean(x).insert_axis(Axis(1))) / &deviation.insert_axis(Axis(1))).mapv(f32::abs)
