// task 3: times four in both cases
self.n_inner.map_or(4 * self.n_embd, |inner| 4 * inner)
