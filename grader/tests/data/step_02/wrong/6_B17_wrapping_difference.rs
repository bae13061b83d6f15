// task 6: i - j wraps around, as in a release build, R1
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i.wrapping_sub(j) <= lower)
        && num_upper.is_none_or(|upper| j.wrapping_sub(i) <= upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
