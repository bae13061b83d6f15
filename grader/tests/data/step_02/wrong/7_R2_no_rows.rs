// There is no mask for nothing.
if sequence_length == 0 {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        mask_value()
    }
}))
