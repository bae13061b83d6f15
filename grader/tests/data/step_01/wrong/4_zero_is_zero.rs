// task 4: 0 for no heads
match self.n_embd.checked_rem(self.n_head) {
    Some(0) => Some(self.n_embd / self.n_head),
    Some(_) => None,
    None => Some(0),
}
