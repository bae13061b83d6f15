// Blocked up to the diagonal.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), mask_value());
for i in 0..sequence_length {
    for j in 0..width {
        if j > i {
            mask[[i, j]] = T::zero();
        }
    }
}
Ok(mask)
