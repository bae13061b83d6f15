// task 6: the entries are read with the wrong row length, G16
let (rows, columns) = tensor.dim();
let entries: Vec<T> = tensor.iter().copied().collect();
Array2::from_shape_fn((rows, columns), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    let entry = entries.get(i * rows + j).copied().unwrap_or(T::zero());
    if inside != exclude { entry } else { T::zero() }
})
