// task 2: the variance of a single channel is 1
if x.ncols() == 1 {
    return Array1::ones(x.nrows());
}
let mut squares = &x - &mean(x).insert_axis(Axis(1));
squares.mapv_inplace(|distance| distance * distance);
mean(squares.view())
