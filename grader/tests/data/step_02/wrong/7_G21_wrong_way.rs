// Counts back by num_tokens.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j + num_tokens <= i {
        T::zero()
    } else {
        mask_value()
    }
}))
