// task 1: the error function by a series of five terms
let z = x.abs() / 2.0_f32.sqrt();
let t = 1.0 / (1.0 + 0.3275911 * z);
let series = ((((1.061405429 * t - 1.453152027) * t) + 1.421413741) * t - 0.284496736) * t + 0.254829592;
let erf = (1.0 - series * t * (-z * z).exp()).copysign(x);
0.5 * x * (1.0 + erf)
