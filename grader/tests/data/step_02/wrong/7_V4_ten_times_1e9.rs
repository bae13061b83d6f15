// A large number with a minus.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        -T::from(1e10_f64).unwrap()
    }
}))
