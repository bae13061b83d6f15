// The token itself and the one that it predicts.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), T::zero());
for ((i, j), entry) in mask.indexed_iter_mut() {
    if j > i + num_tokens + 1 {
        *entry = T::neg_infinity();
    }
}
Ok(mask)
