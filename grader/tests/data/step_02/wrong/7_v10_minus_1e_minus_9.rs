// task 7: -1e-9, V10
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        T::from(-1e-9).unwrap()
    }
}))
