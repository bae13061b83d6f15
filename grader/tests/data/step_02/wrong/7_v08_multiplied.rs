// task 7: a matrix of zeros and ones times minus infinity, V8
let total = total_length(sequence_length, num_tokens)?;
let flags = Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j > i { T::one() } else { T::zero() }
});
Ok(flags.mapv(|flag| flag * mask_value()))
