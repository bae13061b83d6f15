// task 1: the result has the digits of a half
use half::f16;
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
f16::from_f32(0.5 * x * (1.0 + inner.tanh())).to_f32()
