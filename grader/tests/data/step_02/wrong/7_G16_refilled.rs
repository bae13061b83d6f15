// task 7: a square triangle refilled into the rectangle, G16
let total = total_length(sequence_length, num_tokens)?;
let entries = (0..sequence_length * total).map(|k| {
    let (i, j) = (k / sequence_length, k % sequence_length);
    if j <= i { T::zero() } else { mask_value() }
});
Array2::from_shape_vec((sequence_length, total), entries.collect())
