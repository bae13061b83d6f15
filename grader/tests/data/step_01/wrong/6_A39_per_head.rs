// task 6: per head
let head = self.n_embd * num_tokens * bytes_per_value;
2 * self.n_layer * self.n_head * head
