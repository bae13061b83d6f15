// task 1: 3.14 for pi
0.5 * x * (1.0 + ((2.0_f32 / 3.14).sqrt() * (x + 0.044715 * x.powi(3))).tanh())
