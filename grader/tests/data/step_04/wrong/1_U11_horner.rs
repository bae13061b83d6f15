// task 1: the point has slipped, with x outside
0.5 * x * (1.0 + ((2.0 / PI).sqrt() * x * (1.0 + 0.44715 * x * x)).tanh())
