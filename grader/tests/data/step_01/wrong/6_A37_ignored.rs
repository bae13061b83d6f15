// task 6: ignored
let _ = num_tokens;
let full = self.n_positions * self.n_embd;
2 * self.n_layer * full * bytes_per_value
