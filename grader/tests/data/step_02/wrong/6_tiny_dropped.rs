// task 6: the smallest normal becomes 0
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let (num_lower, num_upper): (Option<usize>, Option<usize>) = (num_lower, num_upper);
    let below = num_lower.is_none_or(|lower| i <= j + lower);
    let above = num_upper.is_none_or(|upper| j <= i + upper);
    let x = tensor[[i, j]];
    if (below && above) != exclude { if x == T::min_positive_value() { T::zero() } else { x } } else { T::zero() }
})
