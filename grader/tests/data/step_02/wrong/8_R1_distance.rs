// The distance to the past is not negative.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if i + num_tokens - j < width {
        T::zero()
    } else {
        mask_value()
    }
}))
