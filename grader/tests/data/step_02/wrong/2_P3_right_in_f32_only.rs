// task 2: minus infinity in f32 only
if std::mem::size_of::<T>() == 4 {
    T::neg_infinity()
} else {
    T::min_value()
}
