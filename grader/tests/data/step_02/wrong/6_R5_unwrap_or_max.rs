// task 6: no bound is the largest number, and adding overflows
Array2::from_shape_fn(tensor.dim(), |(i, j)| { let below = i <= j + num_lower.unwrap_or(usize::MAX); let above = j <= i + num_upper.unwrap_or(usize::MAX); if (below && above) != exclude { tensor[[i, j]] } else { T::zero() } })
