// task 7: written column first into an array that is row first, G17
let total = total_length(sequence_length, num_tokens)?;
let mut entries = Vec::new();
for j in 0..total {
    for i in 0..sequence_length {
        entries.push(if j <= i { T::zero() } else { mask_value() });
    }
}
Array2::from_shape_vec((sequence_length, total), entries)
