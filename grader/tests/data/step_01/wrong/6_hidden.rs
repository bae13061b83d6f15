// task 6: hidden
2 * self.n_layer * self.inner_dim() * num_tokens * bytes_per_value
