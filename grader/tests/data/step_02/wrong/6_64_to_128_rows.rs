// task 6: wrong from 64 to 128 rows
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude && !(64..128).contains(&tensor.nrows()) {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
