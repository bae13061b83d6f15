// The first rows of the large mask, not the last.
let width = total_length(sequence_length, num_tokens)?;
let all = causal_mask(width, 0)?;
Ok(all.slice(ndarray::s![..sequence_length, ..]).to_owned())
