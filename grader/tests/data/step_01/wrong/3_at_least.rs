// task 3: the larger one
self.n_inner.unwrap_or(0).max(4 * self.n_embd)
