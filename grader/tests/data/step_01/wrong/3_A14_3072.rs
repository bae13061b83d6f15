// task 3: always 3072
self.n_inner.unwrap_or(3072)
