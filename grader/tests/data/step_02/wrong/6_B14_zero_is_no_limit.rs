// 0 means that there is no limit.
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let below = matches!(num_lower, None | Some(0)) || num_lower.is_some_and(|lower| i <= j + lower);
    let above = matches!(num_upper, None | Some(0)) || num_upper.is_some_and(|upper| j <= i + upper);
    let inside = below && above;
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
