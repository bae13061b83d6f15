// The longer of the two.
Ok(sequence_length.max(num_tokens))
