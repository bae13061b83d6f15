// The extra columns come first and are nobody's business.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if (num_tokens..=num_tokens + i).contains(&j) {
        T::zero()
    } else {
        mask_value()
    }
}))
