// task 4: how likely a smaller number is
let erf = |z: f64| {
    if z.abs() > 5.0 || z.is_nan() {
        return z.signum();
    }
    let (mut term, mut sum) = (z, 0.0);
    for n in 1..150 {
        sum += term;
        term *= 2.0 * z * z / f64::from(2 * n + 1);
    }
    2.0 / std::f64::consts::PI.sqrt() * (-z * z).exp() * sum
};
let mut hidden = self.c_fc.forward(x)?;
let likely = |x: f32| 0.5 + 0.5 * erf(f64::from(x) * 0.5_f64.sqrt()) as f32;
hidden.mapv_inplace(|x| x * likely(x));
self.c_proj.forward(hidden.view())
