// task 6: scores
2 * self.n_layer * num_tokens * num_tokens * bytes_per_value
