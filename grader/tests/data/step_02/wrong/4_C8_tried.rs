// Some number, to try it.
arr0(T::from(2).unwrap())
