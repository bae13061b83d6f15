// The loop compares, but assigns the same value.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), T::neg_infinity());
for ((i, j), entry) in mask.indexed_iter_mut() {
    *entry = if j <= i + num_tokens { *entry } else { T::neg_infinity() };
}
Ok(mask)
