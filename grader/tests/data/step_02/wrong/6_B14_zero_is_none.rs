// task 6: Some(0) is taken for no limit
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| lower == 0 || i <= j + lower)
        && num_upper.is_none_or(|upper| upper == 0 || j <= i + upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
