// task 4: rounded down
(self.n_head > 0).then(|| self.n_embd / self.n_head)
