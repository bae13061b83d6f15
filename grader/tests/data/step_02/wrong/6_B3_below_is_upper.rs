// A larger row index is further up.
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let below = num_upper.is_none_or(|upper| i <= j + upper);
    let above = num_lower.is_none_or(|lower| j <= i + lower);
    let inside = below && above;
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
