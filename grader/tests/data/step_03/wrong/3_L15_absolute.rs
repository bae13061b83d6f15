// task 3: divided by the mean absolute distance plus eps
let centred = &x - &mean(x).insert_axis(Axis(1));
let spread = mean(centred.mapv(f32::abs).view()) + eps;
centred / &spread.insert_axis(Axis(1))
