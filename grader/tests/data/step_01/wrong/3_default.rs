// task 3: 0 for none
self.n_inner.unwrap_or_default()
