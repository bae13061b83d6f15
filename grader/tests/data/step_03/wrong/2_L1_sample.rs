// task 2: divided by n - 1
let mut squares = &x - &mean(x).insert_axis(Axis(1));
squares.mapv_inplace(|distance| distance * distance);
squares.sum_axis(Axis(1)) / (x.ncols() as f32 - 1.0)
