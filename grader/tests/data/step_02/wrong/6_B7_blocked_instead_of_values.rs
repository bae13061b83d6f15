// task 6: the blocked score instead of the values of the input
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        mask_value()
    } else {
        T::zero()
    }
})
