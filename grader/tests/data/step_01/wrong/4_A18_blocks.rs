// task 4: the blocks
(self.n_layer > 0 && self.n_embd.is_multiple_of(self.n_layer)).then(|| self.n_embd / self.n_layer)
