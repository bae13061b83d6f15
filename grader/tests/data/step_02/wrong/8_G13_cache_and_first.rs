// The cache and the token after it.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= num_tokens {
        T::zero()
    } else {
        mask_value()
    }
}))
