// task 2: -2^100, which f16 alone cannot store, V4
-T::from(2.0_f64.powi(100)).unwrap()
