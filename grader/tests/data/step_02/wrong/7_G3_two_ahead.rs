// The end of a range is left out, so three more.
let total = total_length(sequence_length, num_tokens)?;
let mut m = Array2::from_elem((sequence_length, total), mask_value::<T>());
for (q, mut row) in m.outer_iter_mut().enumerate() {
    for k in 0..total.min(q + 3) { row[k] = T::zero(); }
}
Ok(m)
