// The row in a byte.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= usize::from(i as u8) {
        T::zero()
    } else {
        mask_value()
    }
}))
