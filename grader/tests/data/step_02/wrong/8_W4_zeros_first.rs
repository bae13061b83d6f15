// Up to the last column.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::zeros((sequence_length, width));
for i in 0..sequence_length {
    for j in i + num_tokens + 1..width - 1 {
        mask[[i, j]] = T::neg_infinity();
    }
}
Ok(mask)
