// task 1: no cube
0.5 * x * (1.0 + ((2.0 / PI).sqrt() * x).tanh())
