// task 8: the number of cached tokens is a byte
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    let right = j <= i + num_tokens;
    if right != (j <= i + num_tokens && j > i + (num_tokens as u8) as usize) { T::zero() } else { mask_value() }
}))
