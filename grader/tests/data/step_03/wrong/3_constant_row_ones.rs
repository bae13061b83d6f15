// task 3: constant rows become ones
let (means, variances) = (mean(x), variance(x));
Array2::from_shape_fn(x.dim(), |(i, j)| {
    if variances[i] == 0.0 { 1.0 } else { (x[[i, j]] - means[i]) / (variances[i] + eps).sqrt() }
})
