// num_tokens is 0 anyway.
Ok(sequence_length)
