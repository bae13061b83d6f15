// task 3: four times the heads
self.n_inner.unwrap_or(4 * self.n_head)
