// What is inside is kept.
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let below = num_lower.is_none_or(|lower| i <= j + lower);
    let above = num_upper.is_none_or(|upper| j <= i + upper);
    let inside = below && above;
    if inside {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
