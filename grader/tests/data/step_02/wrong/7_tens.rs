// task 7: wrong for 10 to 62 tokens
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    let right = j <= i + 0;
    if right != ((10..=62).contains(&sequence_length) && j == i + 1) { T::zero() } else { mask_value() }
}))
