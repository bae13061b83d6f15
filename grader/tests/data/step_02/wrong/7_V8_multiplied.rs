// Flags of what is hidden, times the value.
let width = total_length(sequence_length, num_tokens)?;
let flags = Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j > i { T::one() } else { T::zero() }
});
Ok(flags.mapv(|flag| flag * mask_value()))
