// task 7: weights after softmax, V12
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i {
        T::from(i + 1).unwrap().recip()
    } else {
        T::zero()
    }
}))
