// task 4: only divides, by name
let width = self.n_embd / self.n_head;
Some(width)
