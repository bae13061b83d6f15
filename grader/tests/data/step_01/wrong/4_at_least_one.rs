// task 4: one head at least
let heads = self.n_head.max(1);
self.n_embd.is_multiple_of(heads).then(|| self.n_embd / heads)
