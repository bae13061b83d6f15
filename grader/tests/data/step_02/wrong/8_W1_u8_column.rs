// task 8: the column truncated to 8 bits
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if usize::from(j as u8) <= i + num_tokens {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
