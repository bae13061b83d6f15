// task 8: the first rows of the larger mask instead of the last
let total = total_length(sequence_length, num_tokens)?;
let mask = causal_mask(total, 0)?;
Ok(mask.slice_move(ndarray::s![..sequence_length, ..]))
