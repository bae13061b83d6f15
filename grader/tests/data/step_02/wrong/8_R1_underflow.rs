// task 8: i + num_tokens - j underflows, R1
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if i + num_tokens - j < total {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
