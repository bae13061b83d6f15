// task 2: plus infinity, V3
T::infinity()
