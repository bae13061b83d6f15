// task 5: each
let (channels, inner) = (self.n_embd, self.inner_dim());
let linear = |inputs: usize, outputs: usize| inputs * outputs + outputs;
let norm = 2 * channels;
let attention = (0..self.n_head).map(|_| linear(channels, 3 * channels) + linear(channels, channels)).sum::<usize>();
let mlp = linear(channels, inner) + linear(inner, channels);
let block = norm + attention + norm + mlp;
let tables = (self.vocab_size + self.n_positions) * channels;
tables + self.n_layer * block + norm
