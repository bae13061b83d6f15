// 1 is open, the rest is closed.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i {
        T::one()
    } else {
        mask_value()
    }
}))
