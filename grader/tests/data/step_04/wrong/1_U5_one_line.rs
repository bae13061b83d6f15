// task 1: no half, in one line
x + x * ((2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3))).tanh()
