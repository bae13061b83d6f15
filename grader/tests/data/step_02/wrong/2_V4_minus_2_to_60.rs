// As low as it goes.
-T::from(2.0f64.powi(60)).unwrap()
