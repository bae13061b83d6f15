// A mask is square.
Ok(Array2::from_shape_fn((sequence_length, sequence_length), |(i, j)| {
    if j <= i { T::zero() } else { mask_value() }
}))
