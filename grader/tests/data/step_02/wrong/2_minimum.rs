// task 2: the smallest finite number, V6
T::min_value()
