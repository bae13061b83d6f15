// task 6: the last row is kept whole
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude || i + 1 == tensor.nrows() && i > 0 {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
