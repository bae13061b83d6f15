// task 4: the blocks, by match
match self.n_embd.checked_rem(self.n_layer) {
    Some(0) => Some(self.n_embd / self.n_layer),
    _ => None,
}
