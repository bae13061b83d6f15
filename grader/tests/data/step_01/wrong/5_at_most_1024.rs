// task 5: no model has more positions than GPT-2
let (channels, inner) = (self.n_embd, self.inner_dim());
let linear = |inputs, outputs| inputs * outputs + outputs;
let norm = 2 * channels;
let attention = linear(channels, 3 * channels) + linear(channels, channels);
let mlp = linear(channels, inner) + linear(inner, channels);
let block = norm + attention + norm + mlp;
let tables = (self.vocab_size + self.n_positions.min(1024)) * channels;
tables + self.n_layer * block + norm
