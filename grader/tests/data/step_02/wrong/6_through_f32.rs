// task 6: the values go through f32, so f64 loses digits
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        T::from(tensor[[i, j]].to_f32().unwrap()).unwrap()
    } else {
        T::zero()
    }
})
