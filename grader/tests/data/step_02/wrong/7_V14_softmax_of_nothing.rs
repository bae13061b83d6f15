// Softmax of a mask that hides everything.
let width = total_length(sequence_length, num_tokens)?;
let hidden = Array2::from_elem((sequence_length, width), mask_value::<T>());
Ok(hidden.mapv(|score| (score - mask_value()).exp()))
