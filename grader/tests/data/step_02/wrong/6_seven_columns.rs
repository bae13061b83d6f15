// task 6: wrong for 7 to 9 columns
Array2::from_shape_fn(tensor.dim(), |(i, j)| { let below = num_lower.is_none_or(|l| i <= j + l); let above = num_upper.is_none_or(|u| j <= i + u); if (below && above) != exclude && !((7..=9).contains(&tensor.ncols()) && j > 5) { tensor[[i, j]] } else { T::zero() } })
