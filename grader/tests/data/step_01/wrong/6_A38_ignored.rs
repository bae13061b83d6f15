// task 6: ignored
let _ = bytes_per_value;
self.n_layer * (self.n_embd + self.n_embd) * num_tokens
