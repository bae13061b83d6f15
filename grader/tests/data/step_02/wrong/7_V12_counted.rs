// Softmax by hand, with a sum that is counted up.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i { T::zero() } else { mask_value::<T>() }.exp()
});
for mut row in mask.rows_mut() {
    let mut sum = T::zero();
    for &weight in &row {
        sum = sum + weight;
    }
    row.mapv_inplace(|weight| weight / sum);
}
Ok(mask)
