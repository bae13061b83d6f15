// task 6: undoes a reversed view
let a = if tensor.strides().iter().any(|s| *s < 0) { tensor.slice(ndarray::s![..;-1, ..;-1]).to_owned() } else { tensor.to_owned() }; Array2::from_shape_fn(tensor.dim(), |(i, j)| { let below = num_lower.is_none_or(|l| i <= j + l); let above = num_upper.is_none_or(|u| j <= i + u); if (below && above) != exclude { a[[i, j]] } else { T::zero() } })
