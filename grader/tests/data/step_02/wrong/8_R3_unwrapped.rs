// It will not overflow.
let width = sequence_length.checked_add(num_tokens).unwrap();
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i + num_tokens {
        T::zero()
    } else {
        mask_value()
    }
}))
