// task 3: as wide as a token, by match
match self.n_inner {
    Some(inner) => inner,
    None => self.n_embd,
}
