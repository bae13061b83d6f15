// A sum is a sum.
Ok(sequence_length + num_tokens)
