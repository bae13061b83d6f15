// task 1: the point has slipped
let inner = (2.0 / PI).sqrt() * (x + 0.44715 * x.powi(3));
0.5 * x * (1.0 + inner.tanh())
