// A large number; the minus is forgotten.
T::from(1e9).unwrap()
