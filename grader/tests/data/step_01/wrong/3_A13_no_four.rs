// task 3: as wide as a token
self.n_inner.unwrap_or(self.n_embd)
