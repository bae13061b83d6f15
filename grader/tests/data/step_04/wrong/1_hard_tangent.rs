// task 1: a tangent of straight lines
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
0.5 * x * (1.0 + inner.clamp(-1.0, 1.0))
