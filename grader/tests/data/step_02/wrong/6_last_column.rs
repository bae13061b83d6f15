// task 6: the last column is cleared
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude && (j + 1 < tensor.ncols() || j == 0) {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
