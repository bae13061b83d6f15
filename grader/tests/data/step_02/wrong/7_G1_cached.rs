// task 7: the mask for a cache, G1
cached_causal_mask(sequence_length, num_tokens)
