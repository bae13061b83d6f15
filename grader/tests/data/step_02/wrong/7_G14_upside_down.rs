// Row by row one entry fewer.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if i + j < sequence_length {
        T::zero()
    } else {
        mask_value()
    }
}))
