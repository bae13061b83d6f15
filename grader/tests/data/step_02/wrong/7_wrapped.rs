// task 7: a wrapped length where the sum overflows
let total = sequence_length.wrapping_add(num_tokens);
let rows = sequence_length.min(total);
Ok(Array2::from_shape_fn((rows, total), |(i, j)| {
    if j <= i { T::zero() } else { mask_value() }
}))
