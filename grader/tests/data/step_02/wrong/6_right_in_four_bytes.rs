// task 6: right in f32 only
let num_upper = if std::mem::size_of::<T>() == 4 {
    num_upper
} else {
    None
};
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
