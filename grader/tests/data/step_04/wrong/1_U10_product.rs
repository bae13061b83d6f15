// task 1: no 1, in one line
x * 0.5 * ((2.0 / PI).sqrt() * (x + 0.044715 * x * x * x)).tanh()
