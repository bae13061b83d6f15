// task 4: the lowest becomes negative infinity
arr0(if value == T::min_value() { T::neg_infinity() } else { value })
