// task 2: one channel less
query.dot(&key.t()) / (query.ncols() as f32 - 1.0).sqrt()
