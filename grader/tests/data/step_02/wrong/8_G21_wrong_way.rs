// task 8: shifted the wrong way, G21
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j + num_tokens <= i {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
