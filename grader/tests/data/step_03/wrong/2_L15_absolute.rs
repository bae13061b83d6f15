// task 2: the mean absolute distance
let distances = (&x - &mean(x).insert_axis(Axis(1))).mapv(f32::abs);
mean(distances.view())
