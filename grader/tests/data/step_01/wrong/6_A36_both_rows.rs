// task 6: both rows
let rows = 2 * num_tokens;
rows * self.n_embd * bytes_per_value
