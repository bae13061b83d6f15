// task 1: cut, by take
Ok((start..n_positions).take(length).collect())
