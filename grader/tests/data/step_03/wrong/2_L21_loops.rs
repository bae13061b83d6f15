// task 2: the squared distances are added up only
let means = mean(x);
Array1::from_shape_fn(x.nrows(), |i| x.row(i).iter().map(|v| (v - means[i]).powi(2)).sum())
