// task 8: the mask of task 7, aligned to the upper left
causal_mask(sequence_length, num_tokens)
