// task 3: times four in any case
4 * self.n_inner.unwrap_or(self.n_embd)
