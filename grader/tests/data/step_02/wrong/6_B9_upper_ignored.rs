// task 6: the upper bound is ignored
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
