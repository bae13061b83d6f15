// task 6: None is taken for 0, G6
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = i <= j + num_lower.unwrap_or(0) && j <= i + num_upper.unwrap_or(0);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
