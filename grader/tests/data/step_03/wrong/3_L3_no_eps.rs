// task 3: eps is forgotten
let deviation = variance(x).mapv(f32::sqrt);
(&x - &mean(x).insert_axis(Axis(1))) / &deviation.insert_axis(Axis(1))
