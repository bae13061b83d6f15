// task 4: only 64 is let through
match self.n_embd.checked_rem(self.n_head) {
    Some(0) if self.n_embd / self.n_head == 64 => Some(64),
    _ => None,
}
