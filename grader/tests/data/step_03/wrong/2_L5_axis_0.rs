// task 2: the variance of every column
let mean = x.sum_axis(Axis(0)) / x.nrows() as f32;
let mut squares = &x - &mean;
squares.mapv_inplace(|distance| distance * distance);
squares.sum_axis(Axis(0)) / x.nrows() as f32
