// task 7: wrong in f16 only
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        if T::max_value().to_f64() == Some(65504.0) {
            T::min_value()
        } else {
            mask_value()
        }
    }
}))
