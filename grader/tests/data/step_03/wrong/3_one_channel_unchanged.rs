// task 3: a single channel stays what it is
if x.ncols() == 1 {
    return x.to_owned();
}
let deviation = variance(x).mapv(|variance| (variance + eps).sqrt());
(&x - &mean(x).insert_axis(Axis(1))) / &deviation.insert_axis(Axis(1))
