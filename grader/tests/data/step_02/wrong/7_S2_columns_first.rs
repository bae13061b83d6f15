// Width, then height.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((width, sequence_length), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        mask_value()
    }
}))
