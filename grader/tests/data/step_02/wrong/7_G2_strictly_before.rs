// A token sees what comes before it.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j < i {
        T::zero()
    } else {
        mask_value()
    }
}))
