// task 6: numbers
2 * self.n_layer * self.n_embd * num_tokens
