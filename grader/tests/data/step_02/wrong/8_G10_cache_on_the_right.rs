// The cached tokens are the last columns.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i || j >= sequence_length {
        T::zero()
    } else {
        mask_value()
    }
}))
