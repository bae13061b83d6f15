// task 4: only 0 is looked at
self.n_embd.checked_div(self.n_head)
