// task 6: the result is transposed, G4
Array2::from_shape_fn((tensor.ncols(), tensor.nrows()), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        tensor[[j, i]]
    } else {
        T::zero()
    }
})
