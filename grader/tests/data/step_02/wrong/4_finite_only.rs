// task 4: clamps infinity
arr0(value.min(T::max_value()).max(T::min_value()))
