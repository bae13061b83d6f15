// A bound of 0 must let the diagonal in.
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let below = num_lower.is_none_or(|lower| i <= j + lower + 1);
    let above = num_upper.is_none_or(|upper| j <= i + upper + 1);
    let inside = below && above;
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
