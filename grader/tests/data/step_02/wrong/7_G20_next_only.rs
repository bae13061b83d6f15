// task 7: only the next token is hidden, G20
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j != i + 1 {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
