// task 6: heads
2 * self.n_layer * self.n_head * self.n_embd * num_tokens * bytes_per_value
