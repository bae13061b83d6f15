// task 3: num_tokens is ignored, S1
Ok(sequence_length)
