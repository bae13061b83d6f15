// 1 marks what is hidden.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), T::zero());
for ((i, j), entry) in mask.indexed_iter_mut() {
    if j > i + num_tokens {
        *entry = T::one();
    }
}
Ok(mask)
