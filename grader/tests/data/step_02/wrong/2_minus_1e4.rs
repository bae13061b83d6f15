// task 2: -1e4, V5
T::from(-1e4).unwrap()
