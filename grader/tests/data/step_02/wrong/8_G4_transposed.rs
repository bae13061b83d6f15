// Rows are the keys.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if i <= j {
        T::zero()
    } else {
        mask_value()
    }
}))
