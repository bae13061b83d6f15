// It will not overflow.
Ok(sequence_length.checked_add(num_tokens).unwrap())
