// task 1: SiLU
x / (1.0 + (-x).exp())
