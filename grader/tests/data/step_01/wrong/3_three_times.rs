// task 3: three times
self.n_inner.unwrap_or(3 * self.n_embd)
