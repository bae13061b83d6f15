// task 6: full
2 * self.n_layer * self.n_embd * self.n_positions * bytes_per_value
