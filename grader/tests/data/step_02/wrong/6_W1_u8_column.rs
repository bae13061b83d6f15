// task 6: the column truncated to 8 bits
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = (|j: usize| {
        num_lower.is_none_or(|lower| i <= j + lower)
            && num_upper.is_none_or(|upper| j <= i + upper)
    })(j as u8 as usize);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
