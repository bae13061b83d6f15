// A row for the token that comes next.
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length + 1, total), |(i, j)| {
    if j <= i + num_tokens { T::zero() } else { mask_value() }
}))
