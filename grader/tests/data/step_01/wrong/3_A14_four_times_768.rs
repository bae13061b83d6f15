// task 3: always four times 768
self.n_inner.unwrap_or(4 * Self::gpt2().n_embd)
