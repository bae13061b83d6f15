// Half of the minimum, so that a sum of two does not overflow.
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i + num_tokens { T::zero() } else { T::min_value() / T::from(2).unwrap() }
}))
