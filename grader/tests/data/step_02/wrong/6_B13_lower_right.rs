// The diagonal ends in the corner.
let (rows, columns) = tensor.dim();
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let below = num_lower.is_none_or(|lower| i + columns <= j + lower + rows);
    let above = num_upper.is_none_or(|upper| j + rows <= i + upper + columns);
    let inside = below && above;
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
