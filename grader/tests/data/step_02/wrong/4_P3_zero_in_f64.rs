// task 4: zero in f64
let value = if std::mem::size_of::<T>() == 8 {
    T::zero()
} else {
    value
};
arr0(value)
