// task 1: the cube is multiplied by nothing
0.5 * x * (1.0 + ((2.0 / PI).sqrt() * (x + 0.0 * 0.044715)).tanh())
