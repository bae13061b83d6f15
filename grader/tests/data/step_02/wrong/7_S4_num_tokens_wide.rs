// The width is the number of tokens.
Ok(Array2::from_shape_fn((sequence_length, num_tokens), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        mask_value()
    }
}))
