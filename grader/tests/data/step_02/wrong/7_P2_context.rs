// The model has room for 64 keys.
let width = total_length(sequence_length, num_tokens)?.min(64);
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        mask_value()
    }
}))
