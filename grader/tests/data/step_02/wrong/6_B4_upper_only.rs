// No bound above is the diagonal.
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let below = num_lower.is_none_or(|lower| i <= j + lower);
    let above = j <= i + num_upper.unwrap_or(0);
    let inside = below && above;
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
