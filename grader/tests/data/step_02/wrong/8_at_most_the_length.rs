// task 8: shifted by at most sequence_length
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i + num_tokens.min(sequence_length) {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
