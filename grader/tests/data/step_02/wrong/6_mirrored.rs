// task 6: counted from the right edge, G15
let last = tensor.ncols().saturating_sub(1);
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let j_from_right = last - j;
    let inside = num_lower.is_none_or(|lower| i <= j_from_right + lower)
        && num_upper.is_none_or(|upper| j_from_right <= i + upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
