// task 1: ReLU
if x < 0.0 { 0.0 } else { x }
