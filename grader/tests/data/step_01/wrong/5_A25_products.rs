// task 5: products
let (channels, inner) = (self.n_embd, self.inner_dim());
let linear = |inputs: usize, outputs: usize| inputs * outputs + outputs;
let norm = 2 * channels;
let attention = channels * 3 * channels + channels * channels;
let mlp = 2 * channels * inner;
let block = norm + attention + norm + mlp;
let tables = (self.vocab_size + self.n_positions) * channels;
tables + self.n_layer * block + norm
