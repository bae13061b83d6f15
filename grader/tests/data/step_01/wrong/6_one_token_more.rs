// task 6: one token more
2 * self.n_layer * self.n_embd * (num_tokens + 1) * bytes_per_value
