// task 6: always f32
2 * self.n_layer * self.n_embd * num_tokens * 4
