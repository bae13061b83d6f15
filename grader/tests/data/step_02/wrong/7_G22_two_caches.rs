// The cache comes before and in the sequence.
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i + num_tokens + num_tokens { T::zero() } else { mask_value() }
}))
