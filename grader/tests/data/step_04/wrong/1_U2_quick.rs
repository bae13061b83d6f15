// task 1: the quick approximation
x / (1.0 + (-1.702 * x).exp())
