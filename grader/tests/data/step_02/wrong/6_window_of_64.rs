// task 6: nothing is kept more than 64 from the diagonal, G9
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude && i.abs_diff(j) <= 64 {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
