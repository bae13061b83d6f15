// The bound is there and holds.
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let below = num_lower.is_some_and(|lower| i <= j + lower);
    let above = num_upper.is_some_and(|upper| j <= i + upper);
    let inside = below && above;
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
