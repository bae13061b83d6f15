// task 4: through i32, which has no infinity
arr0(T::from(value.to_i32().unwrap()).unwrap())
