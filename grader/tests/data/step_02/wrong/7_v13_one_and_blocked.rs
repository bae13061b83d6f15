// task 7: 1 where it is visible, V13
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i { T::one() } else { T::neg_infinity() }
}))
