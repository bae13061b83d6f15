// task 7: only the diagonal is masked, G18
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j != i { T::zero() } else { T::neg_infinity() }
}))
