// task 6: bounds above 64 set no limit
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let (num_lower, num_upper): (Option<usize>, Option<usize>) = (num_lower.filter(|l| *l <= 64), num_upper.filter(|u| *u <= 64));
    let below = num_lower.is_none_or(|lower| i <= j + lower);
    let above = num_upper.is_none_or(|upper| j <= i + upper);
    let x = tensor[[i, j]];
    if (below && above) != exclude { x } else { T::zero() }
})
