// task 6: the row index is a byte
Array2::from_shape_fn(tensor.dim(), |(i, j)| { let i8 = i as u8 as usize; let below = num_lower.is_none_or(|l| i8 <= j + l); let above = num_upper.is_none_or(|u| j <= i8 + u); if (below && above) != exclude { tensor[[i, j]] } else { T::zero() } })
