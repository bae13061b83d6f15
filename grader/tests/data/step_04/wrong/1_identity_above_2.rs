// task 1: x above 2.5
if x > 2.5 {
    return x;
}
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
0.5 * x * (1.0 + inner.tanh())
