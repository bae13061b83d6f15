// task 1: the root is cubed, too
let z = (2.0 / PI).sqrt() * x;
0.5 * x * (1.0 + (z + 0.044715 * z.powi(3)).tanh())
