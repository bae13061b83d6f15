// task 1: infinity less infinity
let e = (2.0 * (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3))).exp();
x - x / (e + 1.0)
