// A difference that may be negative.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if T::from(j).unwrap() - T::from(i).unwrap() <= T::from(num_tokens).unwrap() {
        T::zero()
    } else {
        mask_value()
    }
}))
