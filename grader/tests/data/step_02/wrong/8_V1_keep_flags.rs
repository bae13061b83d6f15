// task 8: 1 and 0, V1
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i + num_tokens {
        T::one()
    } else {
        T::zero()
    }
}))
