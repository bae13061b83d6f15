// task 2: the standard deviation
let mut squares = &x - &mean(x).insert_axis(Axis(1));
squares.mapv_inplace(|distance| distance * distance);
mean(squares.view()).mapv(f32::sqrt)
