// task 4: heads by channels
(self.n_head.is_multiple_of(self.n_embd)).then(|| self.n_head / self.n_embd)
