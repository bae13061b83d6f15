// task 6: matrices with more than 128 columns lose the last
Array2::from_shape_fn(tensor.dim(), |(i, j)| { let below = num_lower.is_none_or(|l| i <= j + l); let above = num_upper.is_none_or(|u| j <= i + u); if (below && above) != exclude && !(tensor.ncols() > 128 && j + 1 == tensor.ncols()) { tensor[[i, j]] } else { T::zero() } })
