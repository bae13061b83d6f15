// task 1: the factor has too few digits
0.5 * x * (1.0 + ((2.0 / PI).sqrt() * (x + 0.0447 * x.powi(3))).tanh())
