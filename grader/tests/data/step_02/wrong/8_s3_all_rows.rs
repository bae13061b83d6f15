// task 8: all rows of the larger mask, S3
causal_mask(total_length(sequence_length, num_tokens)?, 0)
