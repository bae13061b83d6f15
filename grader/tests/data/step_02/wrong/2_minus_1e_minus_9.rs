// task 2: -1e-9, V10
T::from(-1e-9).unwrap()
