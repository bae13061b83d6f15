// task 2: the root of everything
(query.dot(&key.t()) / query.ncols() as f32).mapv(|score| score.signum() * score.abs().sqrt())
