// task 1: no half
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
x * (1.0 + inner.tanh())
