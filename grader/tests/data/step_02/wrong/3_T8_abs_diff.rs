// How far they are apart.
Ok(sequence_length.abs_diff(num_tokens))
