// task 7: the last row of long masks is open
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    let right = j <= i + 0;
    if right != (sequence_length > 250 && i + 1 == sequence_length) { T::zero() } else { mask_value() }
}))
