// Takes the one length for the other.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i + sequence_length {
        T::zero()
    } else {
        mask_value()
    }
}))
