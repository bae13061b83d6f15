// task 7: the triangle is upside down, G14
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if i + j < sequence_length {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
