// task 1: the error function by its Taylor series
let z = f64::from(x) / 2.0_f64.sqrt();
if z.abs() > 5.0 || z.is_nan() {
    return if x < 0.0 { 0.0 } else { x };
}
let (mut term, mut sum) = (z, 0.0);
for n in 1..150 {
    sum += term;
    term *= 2.0 * z * z / f64::from(2 * n + 1);
}
let erf = 2.0 / std::f64::consts::PI.sqrt() * (-z * z).exp() * sum;
(0.5 * f64::from(x) * (1.0 + erf)) as f32
