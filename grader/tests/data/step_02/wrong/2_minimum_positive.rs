// task 2: the smallest positive number, V11
T::min_positive_value()
