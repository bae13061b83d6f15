// task 3: four times the channels
4 * self.n_embd
