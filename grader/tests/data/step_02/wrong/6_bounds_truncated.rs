// task 6: the bounds truncated to 5 bits
let num_lower = num_lower.map(|lower| lower % 32);
let num_upper = num_upper.map(|upper| upper % 32);
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
