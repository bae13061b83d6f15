// task 4: rounded up
(self.n_head > 0).then(|| self.n_embd.div_ceil(self.n_head))
