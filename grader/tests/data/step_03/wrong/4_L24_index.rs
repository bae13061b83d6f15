// task 4: lengths are not compared, and too long ones go unnoticed
Ok(Array2::from_shape_fn(x.dim(), |(i, j)| x[[i, j]] * weight[j] + bias[j]))
