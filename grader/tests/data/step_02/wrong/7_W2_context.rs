// The context of the model is 64 tokens.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i && i - j < 64 {
        T::zero()
    } else {
        mask_value()
    }
}))
