// task 1: the constant of std is not the root
use std::f32::consts::FRAC_2_PI;
0.5 * x * (1.0 + (FRAC_2_PI * (x + 0.044715 * x * x * x)).tanh())
