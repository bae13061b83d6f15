// task 7: finite and infinite values mixed, two minima added, V15
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        if j > i + 1 {
            T::min_value() + T::min_value()
        } else {
            T::min_value()
        }
    }
}))
