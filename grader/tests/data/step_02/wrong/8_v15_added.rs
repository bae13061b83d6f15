// task 8: two finite masks added, which is minus infinity where both apply, V15
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    let causal = if j <= i + num_tokens {
        T::zero()
    } else {
        T::min_value()
    };
    causal
        + if j <= i + num_tokens + 1 {
            T::zero()
        } else {
            T::min_value()
        }
}))
