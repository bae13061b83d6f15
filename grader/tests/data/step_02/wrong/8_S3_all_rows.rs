// The large mask with all of its rows.
causal_mask(total_length(sequence_length, num_tokens)?, 0)
