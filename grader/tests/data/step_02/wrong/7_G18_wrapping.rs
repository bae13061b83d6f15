// The distance, in wrapping arithmetic, is above 0.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if i.wrapping_sub(j) > 0 {
        T::zero()
    } else {
        mask_value()
    }
}))
