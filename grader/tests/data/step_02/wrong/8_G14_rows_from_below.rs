// The rows are filled from the last.
let width = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::from_elem((sequence_length, width), mask_value());
for (i, mut row) in mask.rows_mut().into_iter().rev().enumerate() {
    row.slice_mut(ndarray::s![..=num_tokens + i]).fill(T::zero());
}
Ok(mask)
