// task 4: no heads panic
if self.n_embd % self.n_head == 0 {
    Some(self.n_embd / self.n_head)
} else {
    None
}
