// The area of the mask.
Ok(sequence_length * num_tokens)
