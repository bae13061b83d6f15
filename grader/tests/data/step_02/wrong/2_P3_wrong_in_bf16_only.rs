// task 2: the minimum in bf16 only
let name = std::any::type_name::<T>();
if name.ends_with("bf16") {
    T::min_value()
} else {
    T::neg_infinity()
}
