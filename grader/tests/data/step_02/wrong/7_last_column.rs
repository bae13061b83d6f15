// task 7: the last column is visible to all
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i || j + 1 == total {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
