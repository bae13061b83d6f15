// task 6: None below is taken for 0, G6
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside =
        i <= j + num_lower.unwrap_or(0) && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
