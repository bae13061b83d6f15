// task 1: the square
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(2));
0.5 * x * (1.0 + inner.tanh())
