// task 6: `exclude` turns only the upper bound around
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && (num_upper.is_none_or(|upper| j <= i + upper) != exclude);
    if inside { tensor[[i, j]] } else { T::zero() }
})
