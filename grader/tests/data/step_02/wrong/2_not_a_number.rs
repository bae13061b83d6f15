// task 2: NaN, V14
T::nan()
