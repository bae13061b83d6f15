// task 4: the error function
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
hidden.mapv_inplace(|x| (0.5 * f64::from(x) * (1.0 + erf(f64::from(x) / 2.0_f64.sqrt()))) as f32);
self.c_proj.forward(hidden.view())
