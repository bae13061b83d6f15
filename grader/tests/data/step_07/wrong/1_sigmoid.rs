// task 1: a sigmoid
scores.mapv(|score| 1.0 / (1.0 + (-score).exp()))
