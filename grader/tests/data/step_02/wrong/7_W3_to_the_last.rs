// Up to the last row.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), mask_value());
for i in 0..sequence_length - 1 {
    for j in 0..=i {
        mask[[i, j]] = T::zero();
    }
}
Ok(mask)
