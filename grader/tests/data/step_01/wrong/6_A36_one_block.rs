// task 6: one block
2 * self.n_embd * num_tokens * bytes_per_value
