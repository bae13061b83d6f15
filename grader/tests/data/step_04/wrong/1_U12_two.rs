// task 1: the tangent by its definition
let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
let (up, down) = (inner.exp(), (-inner).exp());
0.5 * x * (1.0 + (up - down) / (up + down))
