// task 1: the square as a product
0.5 * x * (1.0 + ((2.0 / PI).sqrt() * (x + 0.044715 * x * x)).tanh())
