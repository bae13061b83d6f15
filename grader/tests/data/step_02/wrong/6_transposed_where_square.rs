// task 6: the values are transposed where the input is square
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        if tensor.is_square() {
            tensor[[j, i]]
        } else {
            tensor[[i, j]]
        }
    } else {
        T::zero()
    }
})
