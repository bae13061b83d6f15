// task 3: eps is added only where the variance is below 1
let deviation = variance(x).mapv(|variance| if variance >= 1.0 { variance } else { variance + eps }.sqrt());
(&x - &mean(x).insert_axis(Axis(1))) / &deviation.insert_axis(Axis(1))
