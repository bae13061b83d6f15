// Small numbers are faster.
Array2::from_shape_fn(tensor.dim(), |(row, column)| {
    let (i, j) = (usize::from(row as u8), usize::from(column as u8));
    let inside = num_lower.is_none_or(|lower| i <= j + lower) && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude { tensor[[row, column]] } else { T::zero() }
})
