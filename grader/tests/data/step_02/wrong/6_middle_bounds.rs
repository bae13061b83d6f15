// task 6: bounds from 20 on are one too small
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let (num_lower, num_upper): (Option<usize>, Option<usize>) = (num_lower.map(|l| if l >= 20 { l - 1 } else { l }), num_upper.map(|u| if u >= 20 { u - 1 } else { u }));
    let below = num_lower.is_none_or(|lower| i <= j + lower);
    let above = num_upper.is_none_or(|upper| j <= i + upper);
    let x = tensor[[i, j]];
    if (below && above) != exclude { x } else { T::zero() }
})
