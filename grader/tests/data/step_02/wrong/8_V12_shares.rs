// Every token gets its share.
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i + num_tokens {
        T::from(i + num_tokens + 1).unwrap().recip()
    } else {
        T::zero()
    }
}))
