// task 2: keys by queries
key.dot(&query.t()) / (query.ncols() as f32).sqrt()
