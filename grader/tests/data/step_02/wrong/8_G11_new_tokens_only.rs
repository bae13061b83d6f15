// The new tokens are causal among themselves.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), mask_value());
for i in 0..sequence_length {
    for j in 0..width {
        if j >= num_tokens && j - num_tokens <= i {
            mask[[i, j]] = T::zero();
        }
    }
}
Ok(mask)
