// task 1: the number of channels wraps at 256
x.sum_axis(Axis(1)) / f32::from(x.ncols() as u8)
