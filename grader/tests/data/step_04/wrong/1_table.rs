// task 1: the nearest of a table
let x = if x.abs() < 8.0 { (x * 64.0).trunc() / 64.0 } else { x };
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
0.5 * x * (1.0 + inner.tanh())
