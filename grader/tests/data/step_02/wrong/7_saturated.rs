// task 7: a saturated length, for which ndarray panics
let total = sequence_length.saturating_add(num_tokens);
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i { T::zero() } else { mask_value() }
}))
