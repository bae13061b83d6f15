// task 7: nothing further back than 64 is visible
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i && i - j < 64 {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
