// task 2: has room for 128 channels
let mean = mean(x);
Array1::from_shape_fn(x.nrows(), |i| {
    let mut squares = [0.0; 128];
    for j in 0..x.ncols() {
        squares[j] = (x[[i, j]] - mean[i]).powi(2);
    }
    squares[..x.ncols()].iter().sum::<f32>() / x.ncols() as f32
})
