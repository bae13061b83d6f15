// task 6: the lower bound is ignored
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
