// task 6: keys
self.n_layer * self.n_embd * num_tokens * bytes_per_value
