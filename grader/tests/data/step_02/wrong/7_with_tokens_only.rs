// task 7: wrong where there are tokens before
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i && (num_tokens == 0 || j != i) {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
