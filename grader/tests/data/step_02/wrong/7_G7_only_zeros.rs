// An additive mask begins with zeros.
Ok(Array2::zeros((sequence_length, total_length(sequence_length, num_tokens)?)))
