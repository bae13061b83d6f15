// The number that everybody uses.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), T::zero());
for ((i, j), entry) in mask.indexed_iter_mut() {
    if j > i + num_tokens {
        *entry = T::from(-1e9).unwrap();
    }
}
Ok(mask)
