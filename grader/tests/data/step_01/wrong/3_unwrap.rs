// task 3: unwraps
self.n_inner.unwrap()
