// The number that everybody uses.
T::from(-1e9).unwrap()
