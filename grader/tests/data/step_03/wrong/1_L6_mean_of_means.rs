// task 1: every row gets the mean of all the rows' means
let means = x.sum_axis(Axis(1)) / x.ncols() as f32;
let all = means.sum() / means.len() as f32;
means.mapv(|_| all)
