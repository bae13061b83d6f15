// task 5: both tables
let (channels, inner) = (self.n_embd, self.inner_dim());
let linear = |inputs: usize, outputs: usize| inputs * outputs + outputs;
let norm = 2 * channels;
let attention = linear(channels, 3 * channels) + linear(channels, channels);
let mlp = linear(channels, inner) + linear(inner, channels);
let block = norm + attention + norm + mlp;
let tables = (2 * self.vocab_size + self.n_positions) * channels;
tables + self.n_layer * block + norm
