// No overflow can happen here.
Ok(sequence_length.saturating_add(num_tokens))
