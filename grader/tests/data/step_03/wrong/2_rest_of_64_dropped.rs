// task 2: in chunks of 64, and what is left over is dropped
let n = x.ncols();
let mut squares = &x - &mean(x).insert_axis(Axis(1));
squares.mapv_inplace(|distance| distance * distance);
if n > 64 {
    squares.slice_axis_inplace(Axis(1), (0..n / 64 * 64).into());
}
squares.sum_axis(Axis(1)) / n as f32
