// No bound is a bound of 0.
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let below = i <= j + num_lower.unwrap_or(0);
    let above = j <= i + num_upper.unwrap_or_default();
    let inside = below && above;
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
