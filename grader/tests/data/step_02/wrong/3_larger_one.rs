// task 3: the larger of both
Ok(sequence_length.max(num_tokens))
