// 1 is open, the rest is closed.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), T::one());
for ((i, j), entry) in mask.indexed_iter_mut() {
    if j > i + num_tokens {
        *entry = T::neg_infinity();
    }
}
Ok(mask)
