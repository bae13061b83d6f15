// task 6: the last diagonal below is forgotten
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let (num_lower, num_upper): (Option<usize>, Option<usize>) = (num_lower.map(|l| if l + 1 == tensor.nrows() && l > 2 { l - 1 } else { l }), num_upper);
    let below = num_lower.is_none_or(|lower| i <= j + lower);
    let above = num_upper.is_none_or(|upper| j <= i + upper);
    let x = tensor[[i, j]];
    if (below && above) != exclude { x } else { T::zero() }
})
