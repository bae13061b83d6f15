// task 6: the diagonal is always kept
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if i == j || inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
