// task 6: a bound of 2 above is taken for 3
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let (num_lower, num_upper): (Option<usize>, Option<usize>) = (num_lower, num_upper.map(|u| if u == 2 { 3 } else { u }));
    let below = num_lower.is_none_or(|lower| i <= j + lower);
    let above = num_upper.is_none_or(|upper| j <= i + upper);
    let x = tensor[[i, j]];
    if (below && above) != exclude { x } else { T::zero() }
})
