// Small enough for f16.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), T::zero());
for ((i, j), entry) in mask.indexed_iter_mut() {
    if j > i + num_tokens {
        *entry = T::from(-10_000.0).unwrap();
    }
}
Ok(mask)
