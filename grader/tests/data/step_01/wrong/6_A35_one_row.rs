// task 6: one row
let row = self.n_embd * bytes_per_value;
self.n_layer * num_tokens * row
