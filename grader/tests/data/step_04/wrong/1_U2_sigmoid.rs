// task 1: the quick approximation by a closure
let sigmoid = |z: f32| 1.0 / (1.0 + (-z).exp());
x * sigmoid(1.702 * x)
