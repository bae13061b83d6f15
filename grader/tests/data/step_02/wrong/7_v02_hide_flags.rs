// task 7: 0 and 1, V2
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i { T::zero() } else { T::one() }
}))
