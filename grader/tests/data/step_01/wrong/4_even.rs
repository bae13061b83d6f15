// task 4: only even widths
match self.n_embd.checked_rem(self.n_head) {
    Some(0) => Some(self.n_embd / self.n_head).filter(|width| width % 2 == 0),
    _ => None,
}
