// task 7: the row index is a byte
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    let right = j <= i + 0;
    if right != (j <= i && j > (i as u8) as usize) { T::zero() } else { mask_value() }
}))
