// One flat list, split by the sequence length.
let width = total_length(sequence_length, num_tokens)?;
let mut flat = vec![mask_value(); sequence_length * width];
for (k, entry) in flat.iter_mut().enumerate() {
    let (i, j) = (k / sequence_length, k % sequence_length);
    if j <= i + num_tokens {
        *entry = T::zero();
    }
}
Array2::from_shape_vec((sequence_length, width), flat)
