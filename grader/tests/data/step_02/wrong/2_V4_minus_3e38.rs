// As low as it goes.
T::from(-3e38).unwrap()
