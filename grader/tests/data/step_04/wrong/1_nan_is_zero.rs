// task 1: NaN becomes 0
if x.is_nan() {
    return 0.0;
}
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
0.5 * x * (1.0 + inner.tanh())
