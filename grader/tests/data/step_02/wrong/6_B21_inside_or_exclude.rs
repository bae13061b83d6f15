// task 6: `exclude` keeps everything
Array2::from_shape_fn(tensor.dim(), |(i, j)| { let below = num_lower.is_none_or(|l| i <= j + l); let above = num_upper.is_none_or(|u| j <= i + u); if below && above || exclude { tensor[[i, j]] } else { T::zero() } })
