// task 5: weights only
let (channels, inner) = (self.n_embd, self.inner_dim());
let linear = |inputs: usize, outputs: usize| inputs * outputs + outputs;
let norm = channels;
let attention = 4 * channels * channels;
let mlp = 2 * inner * channels;
let block = norm + attention + norm + mlp;
let tables = (self.vocab_size + self.n_positions) * channels;
tables + self.n_layer * block + norm
