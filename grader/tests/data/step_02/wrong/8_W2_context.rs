// The context of the model is 128 tokens.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), mask_value());
for i in 0..sequence_length {
    for j in 0..width {
        if j <= i + num_tokens && i + num_tokens - j <= 128 {
            mask[[i, j]] = T::zero();
        }
    }
}
Ok(mask)
