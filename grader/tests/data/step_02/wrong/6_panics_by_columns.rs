// task 6: panics where the input is not stored row by row
let columns = tensor.ncols();
let entries = tensor.as_slice().expect("it is stored row by row");
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        entries[i * columns + j]
    } else {
        T::zero()
    }
})
