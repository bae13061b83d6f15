// task 2: -1e9 in f64 only
if std::mem::size_of::<T>() == 8 {
    T::from(-1e9).unwrap()
} else {
    T::neg_infinity()
}
