// task 3: the result is transposed where it is square
let deviation = variance(x).mapv(|variance| (variance + eps).sqrt());
let y = (&x - &mean(x).insert_axis(Axis(1))) / &deviation.insert_axis(Axis(1));
if y.is_square() { y.reversed_axes() } else { y }
