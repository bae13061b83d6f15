// Nothing in, nothing out.
let width = total_length(sequence_length, num_tokens)?;
if sequence_length == 0 {
    return Ok(Array2::zeros((0, 0)));
}
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        mask_value()
    }
}))
