// No infinities in arrays.
arr0(value.max(T::min_value()).min(T::max_value()))
