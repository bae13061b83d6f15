// task 8: cached tokens more than 100 back are hidden
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    let right = j <= i + num_tokens;
    if right != (j <= i + num_tokens && j + 100 < i + num_tokens) { T::zero() } else { mask_value() }
}))
