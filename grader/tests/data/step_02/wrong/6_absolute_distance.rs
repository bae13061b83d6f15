// task 6: one distance for both sides
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i.abs_diff(j) <= lower)
        && num_upper.is_none_or(|upper| i.abs_diff(j) <= upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
