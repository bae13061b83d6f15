// task 6: the bounds are exchanged, G4
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| j <= i + lower)
        && num_upper.is_none_or(|upper| i <= j + upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
