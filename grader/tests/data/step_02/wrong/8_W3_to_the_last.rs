// Up to the last row.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), mask_value());
let mut i = 0;
while i + 1 < sequence_length {
    mask.slice_mut(ndarray::s![i, ..=i + num_tokens]).fill(T::zero());
    i += 1;
}
Ok(mask)
