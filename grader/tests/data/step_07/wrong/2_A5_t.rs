// task 2: on its side
(query.dot(&key.t()) / (query.ncols() as f32).sqrt()).reversed_axes()
