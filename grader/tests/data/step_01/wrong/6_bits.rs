// task 6: bits
2 * self.n_layer * self.n_embd * num_tokens * bytes_per_value * 8
