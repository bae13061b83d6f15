// task 2: the sum of the squared distances
let mut squares = &x - &mean(x).insert_axis(Axis(1));
squares.mapv_inplace(|distance| distance * distance);
squares.sum_axis(Axis(1))
