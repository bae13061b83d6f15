// task 3: four times the channels in both cases
match self.n_inner {
    Some(_) => self.n_embd * 4,
    None => 4 * self.n_embd,
}
