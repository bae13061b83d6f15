// task 7: num_tokens - 1 underflows, R2
let total = total_length(sequence_length, num_tokens)?;
let last = sequence_length + (num_tokens - 1);
assert!(last < total);
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i { T::zero() } else { T::neg_infinity() }
}))
