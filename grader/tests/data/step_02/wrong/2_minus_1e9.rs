// task 2: -1e9, V4
T::from(-1e9).unwrap()
