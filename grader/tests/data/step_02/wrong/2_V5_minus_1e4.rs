// Small enough for f16.
T::from(-10_000.0).unwrap()
