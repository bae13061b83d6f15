// task 1: the mean of every column
x.sum_axis(Axis(0)) / x.nrows() as f32
