// task 6: queries too
3 * self.n_layer * self.n_embd * num_tokens * bytes_per_value
