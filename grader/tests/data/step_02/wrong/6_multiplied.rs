// task 6: multiplied by a matrix of zeros and ones, V8
let flags: Array2<T> = Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        T::one()
    } else {
        T::zero()
    }
});
&tensor * &flags
