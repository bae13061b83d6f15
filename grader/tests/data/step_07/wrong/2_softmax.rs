// task 2: weights already
softmax((query.dot(&key.t()) / (query.ncols() as f32).sqrt()).view())
