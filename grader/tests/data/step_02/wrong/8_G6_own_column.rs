// Only the own column of every new token.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), mask_value());
for i in 0..sequence_length {
    mask[[i, num_tokens + i]] = T::zero();
}
Ok(mask)
