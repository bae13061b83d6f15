// task 4: the largest becomes infinity
arr0(if value == T::max_value() { T::infinity() } else { value })
