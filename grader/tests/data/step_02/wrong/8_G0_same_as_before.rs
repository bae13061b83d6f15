// The mask for a cache is the causal mask.
causal_mask(sequence_length, num_tokens)
