// task 1: even
let x = x.abs();
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
0.5 * x * (1.0 + inner.tanh())
