// task 1: no root
let inner = 2.0 / PI * (x + 0.044715 * x.powi(3));
0.5 * x * (1.0 + inner.tanh())
