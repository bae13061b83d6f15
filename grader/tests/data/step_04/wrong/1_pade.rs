// task 1: a rational tangent
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
let z = inner.clamp(-3.0, 3.0);
0.5 * x * (1.0 + z * (27.0 + z * z) / (27.0 + 9.0 * z * z))
