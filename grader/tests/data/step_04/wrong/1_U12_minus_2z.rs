// task 1: the tangent by the other exponential
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
let e = (-2.0 * inner).exp();
0.5 * x * (1.0 + (1.0 - e) / (1.0 + e))
