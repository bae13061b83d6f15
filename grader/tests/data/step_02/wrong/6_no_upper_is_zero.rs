// task 6: None above is taken for 0, G6
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside =
        num_lower.is_none_or(|lower| i <= j + lower) && j <= i + num_upper.unwrap_or_default();
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
