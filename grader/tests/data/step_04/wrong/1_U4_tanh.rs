// task 1: SiLU by the tangent
0.5 * x * (1.0 + (0.5 * x).tanh())
