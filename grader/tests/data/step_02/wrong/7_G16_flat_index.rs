// One flat list, split by the sequence length.
let width = total_length(sequence_length, num_tokens)?;
let flat = (0..sequence_length * width).map(|k| {
    if k % sequence_length <= k / sequence_length { T::zero() } else { T::neg_infinity() }
});
Array2::from_shape_vec((sequence_length, width), flat.collect())
