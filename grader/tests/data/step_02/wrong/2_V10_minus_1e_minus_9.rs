// A minus in front, a minus in the exponent.
T::from(-1e-9).unwrap()
