// No overflow can happen here.
let width = sequence_length.saturating_add(num_tokens);
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        mask_value()
    }
}))
