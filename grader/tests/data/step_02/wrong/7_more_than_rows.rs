// task 7: wrong where there are more keys than twice the rows
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    let right = j <= i + 0;
    if right != (num_tokens > sequence_length + 60 && j == i + 1) { T::zero() } else { mask_value() }
}))
