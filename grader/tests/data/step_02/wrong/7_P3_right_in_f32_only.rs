// task 7: right in f32 only
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        if std::mem::size_of::<T>() == 4 {
            mask_value()
        } else {
            T::min_value()
        }
    }
}))
