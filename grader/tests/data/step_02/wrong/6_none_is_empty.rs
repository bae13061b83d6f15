// task 6: None is taken for an empty side
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_some_and(|lower| i <= j + lower)
        && num_upper.is_some_and(|upper| j <= i + upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
