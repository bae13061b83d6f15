// The last index.
Ok(sequence_length + num_tokens - 1)
