// The mask after softmax.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i {
        T::from(1.0 / (i + 1) as f64).unwrap()
    } else {
        T::zero()
    }
}))
