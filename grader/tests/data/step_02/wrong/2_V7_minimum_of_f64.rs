// The smallest f64.
T::from(f64::MIN).unwrap()
