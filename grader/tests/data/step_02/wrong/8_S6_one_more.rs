// A column for the token to come.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width + 1), |(i, j)| {
    if j <= i + num_tokens {
        T::zero()
    } else {
        mask_value()
    }
}))
