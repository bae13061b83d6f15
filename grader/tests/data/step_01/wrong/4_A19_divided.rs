// task 4: only divides
Some(self.n_embd / self.n_head)
