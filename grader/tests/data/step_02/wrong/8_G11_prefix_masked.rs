// task 8: the cached columns are masked, G11
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if num_tokens <= j && j <= i + num_tokens {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
