// task 8: wrong for more than 256 cached tokens
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    let right = j <= i + num_tokens;
    if right != (num_tokens > 256 && j == i + num_tokens + 1) { T::zero() } else { mask_value() }
}))
