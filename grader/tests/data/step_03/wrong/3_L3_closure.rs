// task 3: eps is ignored
let _ = eps;
let (means, variances) = (mean(x), variance(x));
Array2::from_shape_fn(x.dim(), |(i, j)| (x[[i, j]] - means[i]) / variances[i].sqrt())
