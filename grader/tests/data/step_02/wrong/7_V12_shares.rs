// Every token gets its share.
let width = total_length(sequence_length, num_tokens)?;
let mut weights = Array2::zeros((sequence_length, width));
for i in 0..sequence_length {
    for j in 0..=i {
        weights[[i, j]] = T::one() / T::from(i + 1).unwrap();
    }
}
Ok(weights)
