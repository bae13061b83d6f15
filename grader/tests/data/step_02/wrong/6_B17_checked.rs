// The distance must not be negative.
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let below = num_lower.is_none_or(|lower| i.checked_sub(j).is_some_and(|distance| distance <= lower));
    let above = num_upper.is_none_or(|upper| j.checked_sub(i).is_some_and(|distance| distance <= upper));
    let inside = below && above;
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
