// task 6: wrong where there are more rows than columns
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = if tensor.nrows() > tensor.ncols() {
        num_upper.is_none_or(|upper| j <= i + upper)
    } else {
        num_lower.is_none_or(|lower| i <= j + lower)
            && num_upper.is_none_or(|upper| j <= i + upper)
    };
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
