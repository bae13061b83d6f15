// Any sum is better than a panic.
let width = sequence_length.wrapping_add(num_tokens);
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        mask_value()
    }
}))
