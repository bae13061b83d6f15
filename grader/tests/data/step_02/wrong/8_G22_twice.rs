// task 8: shifted twice
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i + 2 * num_tokens {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
