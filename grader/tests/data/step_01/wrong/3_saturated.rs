// task 3: no more than a byte
self.n_inner.unwrap_or(4 * self.n_embd).min(4096)
