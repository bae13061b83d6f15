// task 8: right up to a width of 256
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i + num_tokens && total <= 256 {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
