// task 7: one column of finite values, V15
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        if j + 1 == total {
            T::min_value()
        } else {
            mask_value()
        }
    }
}))
