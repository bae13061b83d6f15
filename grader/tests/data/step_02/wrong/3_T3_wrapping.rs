// Any sum is better than a panic.
Ok(sequence_length.wrapping_add(num_tokens))
