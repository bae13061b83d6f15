// Not quite zero, so that nothing is divided by it.
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i { T::from(1e-9).unwrap() } else { mask_value() }
}))
