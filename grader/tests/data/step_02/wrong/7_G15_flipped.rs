// The columns are counted from the right.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if width - 1 - j <= i {
        T::zero()
    } else {
        mask_value()
    }
}))
