// Up to the last row.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::zeros((sequence_length, width));
for i in 0..sequence_length.max(1) - 1 {
    for j in i + 1..width {
        mask[[i, j]] = mask_value();
    }
}
Ok(mask)
