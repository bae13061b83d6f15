// task 4: no heads panic, with then
(self.n_embd % self.n_head == 0).then(|| self.n_embd / self.n_head)
