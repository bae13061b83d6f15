// task 1: 0 below -3
if x < -3.0 {
    return 0.0;
}
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
0.5 * x * (1.0 + inner.tanh())
