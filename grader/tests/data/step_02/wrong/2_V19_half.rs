// Half of the minimum, so that a sum of two does not overflow.
T::min_value() / T::from(2).unwrap()
