// task 6: rows - 1 underflows where there are none, R2
let lower = num_lower.unwrap_or(tensor.nrows() - 1);
let upper = num_upper.unwrap_or(tensor.ncols() - 1);
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = i <= j + lower && j <= i + upper;
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
