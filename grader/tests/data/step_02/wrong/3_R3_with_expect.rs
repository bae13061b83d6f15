// That never happens.
Ok(sequence_length.checked_add(num_tokens).expect("too many tokens"))
